"""What clients answered in the yearly survey, counted per question and answer, with weights."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, STAND_OP, WET, count
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

CLIENTERVARING = Delivery(
    name="clientervaring",
    title="Cliëntervaring",
    purpose="De antwoorden van het jaarlijkse onderzoek onder cliënten, geteld per vraag en antwoord.",
    asked_of="Beleid of onderzoek, of het bureau dat het onderzoek doet.",
    columns=(
        GEMEENTE,
        JAAR,
        WET,
        Column(
            "onderwerp",
            "choice",
            "Waar de vraag over gaat.",
            "kwaliteit_van_zorg",
            choices=(
                Choice("huishoudelijke_ondersteuning", "de hulp bij het huishouden"),
                Choice("kwaliteit_van_zorg", "de kwaliteit van de zorg"),
                Choice("kwaliteit_van_hulpverleners", "de kwaliteit van de hulpverleners"),
                Choice("toegang", "hoe het gaat bij de toegang"),
                Choice("effect", "wat de hulp doet voor het leven van de cliënt"),
            ),
        ),
        Column("vraag", "name", "De vraag, zoals die is gesteld.", "De kwaliteit van de hulp is goed"),
        Column(
            "antwoord", "name", "Een vast antwoord uit de lijst; geen eigen woorden.", "helemaal mee eens"
        ),
        Column(
            "positief",
            "yesno",
            "Is dit een goed oordeel? Leeg: het antwoord telt niet mee, zoals 'geen mening'.",
            "ja",
            required=False,
        ),
        count("aantal", "Hoeveel cliënten dit antwoord gaven.", "112"),
        Column(
            "gewogen_aantal",
            "decimal",
            "Het aantal na weging. Zonder weging: hetzelfde als aantal.",
            "118,4",
            lowest=0,
        ),
        count("uitgenodigd", "Hoeveel cliënten een vragenlijst kregen, in het hele onderzoek.", "600"),
        count("ingevuld", "Hoeveel cliënten de vragenlijst invulden, in het hele onderzoek.", "214"),
        STAND_OP,
    ),
    key=("gemeente", "jaar", "wet", "onderwerp", "vraag", "antwoord"),
    replaces=("gemeente", "jaar", "wet"),
    known_since="stand_op",
    ordered=(("aantal", "ingevuld", "uitgenodigd"),),
    same=("uitgenodigd", "ingevuld"),
)
