WITH begonnen AS (
    SELECT
        p.periode, a.gemeente, a.partij, a.beantwoord_op, a.uitgesloten,
        CASE
            WHEN a.termijn IN ('verzoek_onderzoek', 'verzoek_woonplaats')
                THEN a.vanaf + CASE a.termijn WHEN 'verzoek_onderzoek' THEN 56 ELSE 14 END
            ELSE w.datum
        END AS uiterlijk
    FROM antwoord AS a
    JOIN periode AS p ON a.vanaf BETWEEN p.eerste_dag AND p.laatste_dag
    JOIN kalender AS k ON k.datum = a.vanaf
    LEFT JOIN kalender AS w ON w.is_werkdag AND w.werkdagnummer = k.werkdagnummer
        + CASE a.termijn WHEN 'retour' THEN 3 WHEN 'declaratie_antwoord' THEN 10 ELSE 5 END
), beoordeeld AS (
    SELECT *, coalesce(beantwoord_op <= uiterlijk, false) AS op_tijd, partij = 'gemeente' AS eigen
    FROM begonnen
    WHERE uitgesloten IS NULL AND NOT (beantwoord_op IS NULL AND uiterlijk >= DATE '$known_on')
)
SELECT
    periode, gemeente, count(*) FILTER (op_tijd) AS op_tijd, count(*) AS beoordeeld,
    count(*) FILTER (op_tijd AND eigen) AS gemeente_op_tijd, count(*) FILTER (eigen) AS gemeente_beoordeeld,
    count(*) FILTER (op_tijd AND NOT eigen) AS aanbieders_op_tijd, count(*) FILTER (NOT eigen) AS aanbieders_beoordeeld
FROM beoordeeld GROUP BY ALL
