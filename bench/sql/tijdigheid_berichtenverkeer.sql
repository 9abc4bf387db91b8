-- Every day on which a term may begin, with its last day: three, ten or five working days, or weeks.
WITH uiterlijk AS (
    SELECT t.termijn, p.periode, k.datum AS vanaf, coalesce(w.datum, k.datum + t.dagen) AS uiterlijk
    FROM periode AS p
    JOIN kalender AS k ON k.datum BETWEEN p.eerste_dag AND p.laatste_dag
    CROSS JOIN (VALUES
        ('retour', 3, NULL), ('declaratie_antwoord', 10, NULL), ('verzoek_antwoord', 5, NULL),
        ('start', 5, NULL), ('stop', 5, NULL), ('verzoek_onderzoek', NULL, 56), ('verzoek_woonplaats', NULL, 14)
    ) AS t(termijn, werkdagen, dagen)
    LEFT JOIN kalender AS w ON w.is_werkdag AND w.werkdagnummer = k.werkdagnummer + t.werkdagen
), verzonden AS (
    SELECT gemeente, wet, soort, max(bekend_vanaf) AS laatste FROM bericht GROUP BY ALL
), gegevens AS (
    SELECT gemeente, wet, least(max(laatste), DATE '$known_on') AS beoordeeld_op FROM verzonden GROUP BY ALL
), antwoorden AS (
    SELECT DISTINCT v.gemeente, v.wet, a.paar
    FROM verzonden AS v
    JOIN (VALUES
        ('301-302', '302'), ('305-306', '306'), ('307-308', '308'), ('315-316', '316'), ('317-318', '318'),
        ('319-320', '320'), ('315-301/319', '301'), ('315-301/319', '319'), ('317-301/319', '301'),
        ('317-301/319', '319'), ('323-325', '325')
    ) AS a(paar, soort) USING (soort)
), beoordeeld AS (
    SELECT
        u.periode, a.gemeente, coalesce(a.beantwoord_op <= u.uiterlijk, false) AS op_tijd,
        a.partij = 'gemeente' AS eigen
    FROM antwoord AS a
    JOIN uiterlijk AS u ON u.termijn = a.termijn AND u.vanaf = a.vanaf
    LEFT JOIN gegevens AS g ON g.gemeente = a.gemeente AND g.wet = a.wet
    LEFT JOIN antwoorden AS b ON b.gemeente = a.gemeente AND b.wet = a.wet AND b.paar = a.paar
    WHERE a.uitgesloten IS NULL AND (
        a.beantwoord_op IS NOT NULL
        OR (b.paar IS NOT NULL AND u.uiterlijk < coalesce(g.beoordeeld_op, DATE '$known_on'))
    )
)
SELECT
    periode, gemeente, count(*) FILTER (op_tijd) AS op_tijd, count(*) AS beoordeeld,
    count(*) FILTER (op_tijd AND eigen) AS gemeente_op_tijd, count(*) FILTER (eigen) AS gemeente_beoordeeld,
    count(*) FILTER (op_tijd AND NOT eigen) AS aanbieders_op_tijd,
    count(*) FILTER (NOT eigen) AS aanbieders_beoordeeld
FROM beoordeeld GROUP BY ALL
