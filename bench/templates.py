"""Text templates of iWmo/iJw 3.2 messages, for making very many valid messages fast.

A template is plain text with `%(name)s` places. It stands apart from the project's own writer on
purpose: what is measured must not be made by what is measured. Its validity is proven by sampling
(see `bench.make_messages.check_samples`).

Spelling follows the published examples: the message namespace and the basisschema each have a prefix,
one element a line, tabs. The compact spelling of the same message is got by removing line ends and tabs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WIRE_CODES = {
    ("wmo", "301"): "414", ("wmo", "305"): "418", ("wmo", "307"): "420", ("wmo", "315"): "444",
    ("wmo", "323"): "484", ("wmo", "325"): "485",
    ("jw", "301"): "436", ("jw", "305"): "438", ("jw", "307"): "440", ("jw", "315"): "446",
    ("jw", "323"): "490", ("jw", "325"): "491",
}  # fmt: skip

_HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<m:Bericht xmlns:b="http://www.istandaarden.nl/{standard}/3_2/basisschema/schema" xmlns:m="http://www.istandaarden.nl/{standard}/3_2/{wet}{number}/schema">
	<m:Header>
		<m:BerichtCode>{wire_code}</m:BerichtCode>
		<m:BerichtVersie>3</m:BerichtVersie>
		<m:BerichtSubversie>2</m:BerichtSubversie>
		<m:Afzender>%(sender)s</m:Afzender>
		<m:Ontvanger>%(receiver)s</m:Ontvanger>
		<m:BerichtIdentificatie>
			<b:Identificatie>%(identification)s</b:Identificatie>
			<b:Dagtekening>%(dated)s</b:Dagtekening>
		</m:BerichtIdentificatie>
		<m:XsdVersie>
			<b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie>
			<b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie>
		</m:XsdVersie>
{header_rest}	</m:Header>
"""

_PERSON = """		<m:Bsn>%(bsn)s</m:Bsn>
		<m:Geboortedatum>
			<b:Datum>%(born)s</b:Datum>
		</m:Geboortedatum>
		<m:Geslacht>%(sex)s</m:Geslacht>
		<m:Naam>
			<b:Geslachtsnaam>
				<b:Achternaam>%(surname)s</b:Achternaam>
			</b:Geslachtsnaam>
			<b:Voornamen>%(first_name)s</b:Voornamen>
			<b:Voorletters>%(initial)s</b:Voorletters>
{name_use}		</m:Naam>
"""

_PRODUCT = """				<m:Product>
					<b:Categorie>%(category)s</b:Categorie>
					<b:Code>%(code)s</b:Code>
				</m:Product>
"""

_BODY_301 = (
    "	<m:Client>\n"
    + _PERSON.format(name_use="			<b:NaamGebruik>1</b:NaamGebruik>\n")
    + """		<m:Contactgegevens>
			<m:Contact>
				<m:Soort>01</m:Soort>
				<m:Adres>
					<b:Huis>
						<b:Huisnummer>%(house)s</b:Huisnummer>
					</b:Huis>
					<b:Postcode>%(postcode)s</b:Postcode>
					<b:Straatnaam>Proefstraat</b:Straatnaam>
					<b:Plaatsnaam>%(place)s</b:Plaatsnaam>
					<b:LandCode>NL</b:LandCode>
				</m:Adres>
				<m:Telefoon>
					<b:Telefoon01>
						<b:Telefoonnummer>0260000000</b:Telefoonnummer>
						<b:Landnummer>0031</b:Landnummer>
					</b:Telefoon01>
				</m:Telefoon>
				<m:Emailadres>niemand@example.nl</m:Emailadres>
			</m:Contact>
		</m:Contactgegevens>
		<m:ToegewezenProducten>
			<m:ToegewezenProduct>
				<m:ToewijzingNummer>%(assignment)s</m:ToewijzingNummer>
"""
    + _PRODUCT
    + """				<m:Toewijzingsdatum>%(dated)s</m:Toewijzingsdatum>
				<m:Toewijzingstijd>10:30:00</m:Toewijzingstijd>
				<m:Ingangsdatum>%(begin)s</m:Ingangsdatum>
				<m:Einddatum>%(end)s</m:Einddatum>
				<m:Omvang>
					<b:Volume>%(volume)s</b:Volume>
					<b:Eenheid>04</b:Eenheid>
					<b:Frequentie>2</b:Frequentie>
				</m:Omvang>
			</m:ToegewezenProduct>
		</m:ToegewezenProducten>
	</m:Client>
</m:Bericht>
"""
)

_BODY_305 = (
    "	<m:Client>\n"
    + _PERSON.format(name_use="")
    + """		<m:StartProducten>
			<m:StartProduct>
				<m:ToewijzingNummer>%(assignment)s</m:ToewijzingNummer>
"""
    + _PRODUCT
    + """				<m:ToewijzingIngangsdatum>%(begin)s</m:ToewijzingIngangsdatum>
				<m:Begindatum>%(begin)s</m:Begindatum>
				<m:StatusAanlevering>1</m:StatusAanlevering>
			</m:StartProduct>
		</m:StartProducten>
	</m:Client>
</m:Bericht>
"""
)

_BODY_307 = (
    "	<m:Client>\n"
    + _PERSON.format(name_use="")
    + """		<m:StopProducten>
			<m:StopProduct>
				<m:ToewijzingNummer>%(assignment)s</m:ToewijzingNummer>
"""
    + _PRODUCT
    + """				<m:ToewijzingIngangsdatum>%(begin)s</m:ToewijzingIngangsdatum>
				<m:Begindatum>%(begin)s</m:Begindatum>
				<m:RedenBeeindiging>%(reason)s</m:RedenBeeindiging>
				<m:Einddatum>%(stop)s</m:Einddatum>
				<m:StatusAanlevering>1</m:StatusAanlevering>
			</m:StopProduct>
		</m:StopProducten>
	</m:Client>
</m:Bericht>
"""
)

_BODY_315 = (
    "	<m:Client>\n"
    + _PERSON.format(name_use="")
    + """		<m:AangevraagdeProducten>
			<m:AangevraagdProduct>
				<m:ReferentieAanbieder>V%(assignment)s</m:ReferentieAanbieder>
"""
    + _PRODUCT
    + """				<m:ToewijzingIngangsdatum>%(begin)s</m:ToewijzingIngangsdatum>
				<m:ToewijzingEinddatum>%(end)s</m:ToewijzingEinddatum>
				<m:Omvang>
					<b:Volume>%(volume)s</b:Volume>
					<b:Eenheid>04</b:Eenheid>
					<b:Frequentie>2</b:Frequentie>
				</m:Omvang>
				<m:Verwijzer>
					<b:Type>01</b:Type>
				</m:Verwijzer>
			</m:AangevraagdProduct>
		</m:AangevraagdeProducten>
	</m:Client>
</m:Bericht>
"""
)

_OPEN_323 = """	<m:Declaratie>
		<m:DeclaratieNummer>%(declaration)s</m:DeclaratieNummer>
		<m:DeclaratiePeriode>
			<b:Begindatum>%(month_begin)s</b:Begindatum>
			<b:Einddatum>%(month_end)s</b:Einddatum>
		</m:DeclaratiePeriode>
		<m:DeclaratieDagtekening>%(dated)s</m:DeclaratieDagtekening>
		<m:TotaalIngediendBedrag>
			<b:TotaalBedrag>%(total)s</b:TotaalBedrag>
			<b:DebetCredit>D</b:DebetCredit>
		</m:TotaalIngediendBedrag>
		<m:Clienten>
"""

_CLIENT = """			<m:Client>
				<m:Bsn>%(bsn)s</m:Bsn>
				<m:Prestaties>
"""

_CLIENT_END = """				</m:Prestaties>
{codes}			</m:Client>
"""

_LINE = """					<m:Prestatie>
						<m:ProductReferentie>
							<b:ReferentieNummer>%(reference)s</b:ReferentieNummer>
						</m:ProductReferentie>
						<m:ToewijzingNummer>%(assignment)s</m:ToewijzingNummer>
						<m:ProductCategorie>%(category)s</m:ProductCategorie>
						<m:ProductCode>%(code)s</m:ProductCode>
						<m:ProductPeriode>
							<b:Begindatum>%(month_begin)s</b:Begindatum>
							<b:Einddatum>%(month_end)s</b:Einddatum>
						</m:ProductPeriode>
						<m:GeleverdVolume>%(volume)s</m:GeleverdVolume>
						<m:Eenheid>04</m:Eenheid>
						<m:ProductTarief>5000</m:ProductTarief>
						<m:IngediendBedrag>
							<b:Bedrag>%(amount)s</b:Bedrag>
							<b:DebetCredit>D</b:DebetCredit>
						</m:IngediendBedrag>
{codes}					</m:Prestatie>
"""

_HEADER_325 = """		<m:DeclaratieIdentificatie>
			<b:Identificatie>%(declaration_identification)s</b:Identificatie>
			<b:Dagtekening>%(declaration_dated)s</b:Dagtekening>
		</m:DeclaratieIdentificatie>
		<m:XsdVersieDeclaratie>
			<b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie>
			<b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie>
		</m:XsdVersieDeclaratie>
		<m:RetourCodes>
			<m:RetourCode>0200</m:RetourCode>
		</m:RetourCodes>
"""

_OPEN_325 = """	<m:DeclaratieAntwoord>
		<m:DeclaratieNummer>%(declaration)s</m:DeclaratieNummer>
		<m:TotaalIngediendBedrag>
			<b:TotaalBedrag>%(total)s</b:TotaalBedrag>
			<b:DebetCredit>D</b:DebetCredit>
		</m:TotaalIngediendBedrag>
		<m:TotaalToegekendBedrag>
			<b:TotaalBedrag>%(granted)s</b:TotaalBedrag>
			<b:DebetCredit>D</b:DebetCredit>
		</m:TotaalToegekendBedrag>
		<m:Clienten>
"""

_CODES = "<m:RetourCodes><m:RetourCode>{code}</m:RetourCode></m:RetourCodes>\n"


@dataclass(frozen=True, slots=True)
class Template:
    """The text of one message type: before everything, a client, a declared line, and all that closes.

    For message types of one person `head` is the whole message and the rest is empty.
    """

    head: str
    client: str = ""
    line: str = ""
    client_end: str = ""
    tail: str = ""


def _compact(text: str) -> str:
    """Remove line ends and tabs, which stand only between elements."""
    return re.sub(r"[\n\t]+", "", text)


def template(wet: str, number: str, *, compact: bool) -> Template:
    """Return the template of a message type, in indented or compact spelling."""
    standard = "iwmo" if wet == "wmo" else "ijw"
    header = _HEADER.format(
        standard=standard,
        wet=wet,
        number=number,
        wire_code=WIRE_CODES[wet, number],
        header_rest=_HEADER_325 if number == "325" else "",
    )
    if number == "323":
        tail = "		</m:Clienten>\n	</m:Declaratie>\n</m:Bericht>\n"
        parts = (header + _OPEN_323, _CLIENT, _LINE.format(codes=""), _CLIENT_END.format(codes=""), tail)
    elif number == "325":
        refused = _LINE.format(codes="						" + _CODES.format(code="9321"))
        end = _CLIENT_END.format(codes="				" + _CODES.format(code="0200"))
        tail = (
            "		</m:Clienten>\n		"
            + _CODES.format(code="0200")
            + "	</m:DeclaratieAntwoord>\n</m:Bericht>\n"
        )
        parts = (header + _OPEN_325, _CLIENT, refused, end, tail)
    else:
        body = {"301": _BODY_301, "305": _BODY_305, "307": _BODY_307, "315": _BODY_315}[number]
        parts = (header + body,)
    return Template(*map(_compact, parts) if compact else parts)
