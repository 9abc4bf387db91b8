"""The README of the folder ``truth``: what each file tells, in Dutch."""

from __future__ import annotations

README = """# De waarheid van deze modelgemeente

Alle mensen en getallen zijn verzonnen. De map `inbox` bevat wat een gemeente krijgt en zelf bewaart. Deze map
bevat wat er echt is gebeurd. Wijzer leest haar nooit: zij is er om uitkomsten mee te vergelijken.

De bestanden hebben een puntkomma tussen de kolommen, een decimale komma en datums als 31-12-2022.

| Bestand | Inhoud | Kolommen |
| --- | --- | --- |
| administratief.csv | Elke indicator per kwartaal en jaar, volgens wat op een dag geldig was ontvangen. | bekend_op, gemeente, indicator, periode, onderdeel, waarde |
| werkelijk.csv | Dezelfde getallen zoals het echt was: wie hulp kreeg, en wat die kostte. | gemeente, indicator, periode, onderdeel, waarde |
| verschil.csv | Administratief min werkelijk, op de laatste dag: hoe blind de gemeente is. | gemeente, indicator, periode, onderdeel, administratief, werkelijk, verschil |
| berichten.csv | Wat elk bericht van de inbox betekende, en of het geldt. | gemeente, bestand, soort, meldt, geldt, reden, van_welk_bericht |
| kosten_per_maand.csv | Wat de hulp van een maand echt kostte, in euro. | gemeente, jaar, maand, taakveld, kosten |
| toegang.csv | Wat er echt werd gevraagd, besloten, gewacht en beleefd: aantallen per kwartaal of jaar. | gemeente, periode, wet, cijfer, waarde |
| plafonds.csv | Wat per jaar is toegekend, naast het plafond van het contract. | gemeente, aanbieder, product_code, jaar, plafond, toegekend, overschreden |
| tegenfeitelijk.csv | Het echte effect van elke actie en invloed per kwartaal: dezelfde gemeente, met en zonder. | gemeente, maatregel, soort, jaar, kwartaal, kosten_met, kosten_zonder, effect, clienten_met, clienten_zonder, kosten_maatregel |
| verstoringen.csv | Elke fout die met opzet is gemaakt, en waaraan zij te vinden is. | gemeente, soort, kenmerk, dag, uitleg |
| aanbieders.csv | Het karakter van elke aanbieder. | aanbieder, product, karakter, blijft_na_juni_2020 |

## Hoe blind de gemeente is

In verschil.csv is een getal groter dan nul: de gemeente ziet meer dan er was. Onder nul ziet zij te weinig.

| Indicator | Waarom de administratie en de werkelijkheid verschillen |
| --- | --- |
| uren_huishoudelijke_ondersteuning | Een toewijzing telt tot zij eindigt. Is de hulp nog niet begonnen of al gestopt, en is de toewijzing niet korter gemaakt, dan telt zij toch mee. |
| individuele_voorzieningen_jeugdhulp | Een start die niet of te laat is gemeld telt niet mee. Een stop die niet is gemeld laat de hulp doorlopen tot het einde van de toewijzing. |
| maatwerkvoorzieningen_wmo | Hetzelfde als bij jeugdhulp: de teller volgt wat aanbieders melden en wat is toegewezen, niet wie er echt hulp kreeg. |
| verblijfsduur_terreingebonden_verblijf | Zonder gemelde stop loopt een verblijf door, met een verkeerde datum duurt het te kort of te lang, en zonder gemelde start begint het later of ontbreekt het. |
| totale_kosten_sociaal_domein | De boeking komt na de hulp: declaraties van de laatste maanden ontbreken nog. Geweigerde regels zijn niet betaald, al is de hulp gegeven. Wat te veel is gedeclareerd en niet is gemerkt, is wel betaald. |

Een gemeente waar alles wat is toegekend ook meteen wordt gegeven en gemeld (`Settings(mistakes=0,
trouble=False)`) heeft overal het verschil nul.

## Wat berichten betekenden

In berichten.csv staat elk bestand van `inbox/berichten` precies één keer. Bestand is het bestand in de zip, of
in de map overig. Soort is leeg voor bestanden die apart gezet moeten worden.

| Kolom | Waarden |
| --- | --- |
| meldt | toewijzing, verlenging, wijziging, intrekking (301); start, stop, pauze, verwijdering, correctie (305, 307); verzoek, verzoek om wijziging; antwoord (319, 325); declaratie, creditering, declaratie met fout (323); retour, weigering; of wat er mis is met een bestand dat apart moet |
| geldt | ja, of nee: het bericht telt niet (meer) mee |
| reden | Waarom niet: geweigerd of afgekeurd (met een retour of antwoord), gecorrigeerd, verwijderd of ingetrokken (met een later bericht), dubbel, onbekende status, de eerste retour geldt, kapot. Bij ja: deel geweigerd, als regels van een declaratie zijn geweigerd. |
| van_welk_bericht | Het bestand dat dit bericht beantwoordt, wijzigt, corrigeert of nog eens stuurt. Leeg als dat in de tijd van de historie-tabellen ligt. |

Een toewijzing die de aanbieder weigert blijft staan: alleen de gemeente neemt haar terug.

## Fouten met opzet

Elke soort komt in bijna elk jaar voor. Het kenmerk in verstoringen.csv is een referentienummer van een
gedeclareerde regel, een toewijzingnummer, of een bestandsnaam. De dag is de eerste dag waarover het gaat.

| Soort | Kenmerk | Wat opgemerkt moet worden |
| --- | --- | --- |
| gedeclareerd na stop, na overlijden, na verhuizing | referentienummer | Er is gedeclareerd over een maand na de laatste dag van de hulp. Na een stop is het een signaal. |
| boven de omvang, verkeerd tarief, dubbel gedeclareerd | referentienummer | De regel is hoger dan is toegekend of afgesproken, of staat er al. |
| zelfde moment bij twee aanbieders | referentienummer | Een andere aanbieder declareert op de toewijzing van een cliënt, voor dagen die de eigen aanbieder ook declareert. |
| twee producten voor één behoefte | toewijzingnummer | Schoon huis naast huishoudelijke hulp, of begeleiding bij twee aanbieders tegelijk. |
| Wlz nodig | toewijzingnummer | De hulp van de Wmo gaat door na de overgang naar de Wlz. |
| zwijgende aanbieder | toewijzingnummer | De start of de stop van hulp die echt is gegeven, is nooit gemeld. |
| apart te zetten | bestandsnaam | Het bestand kan niet worden gelezen, of is niet van deze gemeente. |

De laatste drie soorten boven *apart te zetten* ontstaan ook vanzelf. Ook die staan erin. In tegenfeitelijk.csv
telt hulp die alleen voor een fout is toegekend niet mee.

## Andere bestanden

In werkelijk.csv telt een pgb alleen bij de kosten mee, niet bij uren en voorzieningen: die gaan over hulp in natura.

In tegenfeitelijk.csv is effect de kosten zonder min de kosten met: wat de maatregel bespaart, of (met een min)
extra kost. Het zijn kosten van hulp in natura en pgb, in de maand van de hulp. Wat de maatregel zelf kost, staat
apart.

De namen van indicatoren en onderdelen zijn die van Wijzer. Bedragen in onderdelen die eindigen op `_cent` zijn
in eurocent. Indicator 24 (tijdigheid) staat alleen in administratief.csv: een termijn bestaat alleen in
berichten. Van de tijd die uit de historie-tabellen komt, heeft zij geen termijnen.

In toegang.csv zijn alle waarden aantallen, zodat een aandeel het ene aantal gedeeld door het andere is. Zij
gaan over iedereen: over alle meldingen, ook als de registratie een datum mist, over alle cliënten, ook als zij
de vragenlijst niet invulden, en over alle bezoekers van de nulde lijn, ook als niemand hen telde. Een melding
met twee hulpvragen heeft twee rijen in de tabel meldingen, en telt hier één keer.

| Cijfer | Betekenis |
| --- | --- |
| meldingen, afhandeling_… | Meldingen die in het kwartaal zijn gedaan, en hoe die uiteindelijk zijn afgehandeld, ook na de laatste dag. |
| meer_gevraagd_dan_gekregen | Deel van die meldingen: er is minder toegekend dan gevraagd. |
| afgehandeld, wachtdagen_toegang | Meldingen die in het kwartaal zijn afgehandeld, en de dagen daarvoor bij elkaar. |
| onderzoeken, onderzoeken_op_tijd | Onderzoeken (Wmo) die in het kwartaal klaar waren, en die binnen zes weken na de melding. |
| besluiten, besluiten_op_tijd | Besluiten in het kwartaal, en die binnen de termijn na de aanvraag: Wmo twee weken, jeugd acht weken. |
| begonnen, wachtdagen_aanbieder | Hulp die in het kwartaal begon, en de dagen na het besluit bij elkaar. |
| wachtend_toegang, wachtend_aanbieder | Wie op de laatste dag van het kwartaal wacht. Met `_lang`: langer dan de norm (Wmo zes weken en jeugd acht weken na de melding, aanbieder zes weken na het besluit). |
| clienten, uitgenodigd, ingevuld | Wie in het jaar hulp kreeg, wie de vragenlijst kreeg, en wie die invulde. |
| oordelen_…, tevreden_… | Oordelen die alle cliënten over een onderwerp hebben, en de positieve daarvan. |
| nulde_lijn_… | Wie echt kwam, per plek en kwartaal één keer. Met `_geteld`: wie daar ook werd geteld. |
| monitor_… | Volwassenen voor wie het geldt. Met `_volwassenen`: alle volwassenen. Met `_ingevuld`: wie de monitor invulde. |
"""  # noqa: E501
