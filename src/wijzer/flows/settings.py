"""The choices of a workspace, read from ``wijzer.toml``: each with its default and its check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wijzer.flows.errors import WorkspaceError
from wijzer.values import gemeente_code

# Years that originals stay in the archive, per source: the term of financial records (Algemene wet inzake
# rijksbelastingen art. 52). The file of a client, with its longer legal term, stays in the registration
# system; Wijzer only counts. A town sets its own terms with its privacy officer.
RETENTION_YEARS = {"berichten": 7, "aanleveringen": 7, "quarantaine": 1}
_KEYS = {
    "werkmap": {"gemeenten"},
    "sleutel": {"bestand"},
    "publicatie": {"drempel_personen", "mededeling"},
    "rekenen": {"threads", "geheugen"},
}
LAWS_JOIN_FIELDS = ("doel", "grondslag", "dpia")


@dataclass(frozen=True)
class Settings:
    """The choices of a workspace.

    ``gemeenten``: (code, name). ``threshold``: fewest persons behind a number that is shown.
    ``notice``: a line at the head of every page.
    ``joined_laws``: gemeente code → purpose, legal basis and DPIA of joining the laws (absent: one
    pseudonym per law). ``retention_years``: years that originals stay, by source.
    """

    gemeenten: tuple[tuple[str, str], ...]
    key_file: str = "wijzer.sleutel"
    threshold: int = 10
    notice: str = ""
    threads: int = 2
    memory: str = "2GB"
    joined_laws: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    retention_years: Mapping[str, int] = field(default_factory=lambda: dict(RETENTION_YEARS))

    @property
    def gemeente_codes(self) -> tuple[str, ...]:
        """The codes of the municipalities, in the order of the configuration."""
        return tuple(code for code, _ in self.gemeenten)

    def name_of(self, code: str) -> str:
        """Return the name of a municipality of this workspace, or its code when it has no name here."""
        return dict(self.gemeenten).get(code, code)


def settings_from(content: Mapping[str, Any], where: str) -> Settings:
    """Check the parsed ``wijzer.toml`` and give the choices; WorkspaceError names what is wrong."""

    def wrong(what: str, do: str) -> WorkspaceError:
        return WorkspaceError(f"Instelling {what} klopt niet.", where, do)

    def section(name: str) -> Mapping[str, Any]:
        value = content.get(name, {})
        if not isinstance(value, dict):
            raise wrong(f"[{name}]", f"Maak er een blok [{name}] van.")
        return value

    known = {"werkmap", "sleutel", "publicatie", "rekenen", "koppeling_wetten", "bewaartermijn"}
    if unknown := sorted(set(content) - known):
        raise wrong(f"[{unknown[0]}]", f"Bekend zijn: {', '.join(sorted(known))}.")

    for name, keys in _KEYS.items():
        if unknown := sorted(set(section(name)) - keys):
            raise wrong(f"{unknown[0]} in [{name}]", f"Bekend zijn daar: {', '.join(sorted(keys))}.")

    gemeenten = []
    for entry in section("werkmap").get("gemeenten", []):
        code = gemeente_code.normalise(str(entry.get("code", ""))) if isinstance(entry, dict) else None
        if code is None:
            raise wrong("gemeenten", 'Schrijf elke gemeente als { code = "0293", naam = "Westervoort" }.')
        gemeenten.append((code, str(entry.get("naam", code))))
    if not gemeenten:
        raise wrong("gemeenten", "Noem ten minste één gemeente in [werkmap].")

    threshold = section("publicatie").get("drempel_personen", 10)
    if not isinstance(threshold, int) or threshold < 3:
        raise wrong("drempel_personen", "Geef een geheel getal van 3 of meer; gewoon is 10.")
    threads = section("rekenen").get("threads", 2)
    if not isinstance(threads, int) or threads < 1:
        raise wrong("threads", "Geef een geheel getal van 1 of meer.")

    joined: dict[str, Mapping[str, str]] = {}
    for code, choice in section("koppeling_wetten").items():
        filled = isinstance(choice, dict) and all(
            str(choice.get(name, "")).strip() for name in LAWS_JOIN_FIELDS
        )
        if not filled or code not in dict(gemeenten):
            raise wrong(
                f"[koppeling_wetten.{code}]",
                "Koppelen mag alleen met doel, grondslag en dpia, voor een gemeente van deze werkmap.",
            )
        joined[code] = {name: str(choice[name]) for name in LAWS_JOIN_FIELDS}

    retention = dict(RETENTION_YEARS)
    for source, years in section("bewaartermijn").items():
        if not isinstance(years, int) or years < 1:
            raise wrong(f"bewaartermijn {source}", "Geef een geheel aantal jaren, 1 of meer.")
        retention[source] = years

    return Settings(
        gemeenten=tuple(gemeenten),
        key_file=str(section("sleutel").get("bestand", "wijzer.sleutel")),
        threshold=threshold,
        notice=str(section("publicatie").get("mededeling", "")),
        threads=threads,
        memory=str(section("rekenen").get("geheugen", "2GB")),
        joined_laws=joined,
        retention_years=retention,
    )


def render(settings: Settings) -> str:
    """Write ``settings`` as a ``wijzer.toml`` with an explanation in Dutch beside each choice."""
    gemeenten = ",\n".join(f'    {{ code = "{code}", naam = "{name}" }}' for code, name in settings.gemeenten)
    terms = "\n".join(f"{source} = {years}" for source, years in settings.retention_years.items())
    return f"""# De instellingen van deze werkmap. Uitleg: docs/starten.md.

[werkmap]
gemeenten = [
{gemeenten},
]

[sleutel]
# Maakt de pseudoniemen en versleutelt het archief. Bewaar haar nooit bij een kopie van data/.
# In plaats van dit bestand mag de omgevingsvariabele WIJZER_SLEUTEL.
bestand = "{settings.key_file}"

[publicatie]
# Getallen over minder personen dan dit worden niet getoond, bedragen ook niet.
drempel_personen = {settings.threshold}
# Een regel boven aan elke pagina; leeg is geen regel.
mededeling = "{settings.notice}"

[rekenen]
threads = {settings.threads}
geheugen = "{settings.memory}"

[bewaartermijn]
# Jaren dat een origineel in het archief blijft. 'wijzer retention' verwijdert wat ouder is.
# Ook per soort: "323" = 7, of per aanlevering: begroting = 10.
{terms}

# Wmo en Jeugdwet van een gemeente op persoon koppelen mag alleen met deze drie gegevens.
# [koppeling_wetten.0293]
# doel = ""
# grondslag = ""
# dpia = ""
"""
