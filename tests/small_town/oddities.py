"""Files of the example that must be set aside, or are known already: what every real inbox holds too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.small_town import bodies
from tests.small_town.cohorts import Toewijzing
from tests.small_town.exchange import Sent
from wijzer import messages

_OLD_RELEASE = """<?xml version="1.0" encoding="UTF-8"?>
<wmo301:Bericht xmlns:wmo301="http://www.istandaarden.nl/iwmo/2_0/wmo301/schema" \
xmlns:iwmo="http://www.istandaarden.nl/iwmo/2_0/basisschema/schema">
  <wmo301:Header>
    <wmo301:BerichtCode>414</wmo301:BerichtCode>
    <wmo301:BerichtVersie>2</wmo301:BerichtVersie>
    <wmo301:BerichtSubversie>0</wmo301:BerichtSubversie>
  </wmo301:Header>
</wmo301:Bericht>
"""
ELSEWHERE = "0202"
"""The gemeente (Arnhem) whose message ends up in this inbox by mistake."""


def odd_files(given: Toewijzing, known: Sent) -> Iterator[tuple[str, bytes, str]]:
    """Yield (file name, content, what must become of it: "set_aside" or "already_known")."""
    product = bodies.assigned(given, date(2022, 3, 1))
    header = {
        "Afzender": ELSEWHERE,
        "Ontvanger": given.product.aanbieder,
        "BerichtIdentificatie": {"Identificatie": f"{ELSEWHERE}000001", "Dagtekening": date(2022, 3, 1)},
    }
    body = bodies.toewijzing(given.person, [product])
    other = messages.compose(given.product.wet, "301", {"Header": header, **body})
    yield "WMO301_van_andere_gemeente.xml", other, "set_aside"
    yield "WMO301_afgebroken.xml", known.content[: len(known.content) // 2], "set_aside"
    yield "WMO301_oude_versie.xml", _OLD_RELEASE.encode("utf-8"), "set_aside"
    yield f"kopie van {known.file_name}", known.content, "already_known"
