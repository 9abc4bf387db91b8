WITH geldig AS (
    SELECT
        p.periode, t.gemeente, t.client,
        t.volume
            * CASE
                WHEN t.eenheid = '01' THEN 1.0::DOUBLE / 60
                WHEN t.eenheid = '04' THEN 1.0
                WHEN t.eenheid = '16' THEN 4.0
                WHEN t.eenheid IN ('14', '82', '83', '84') THEN t.uren_per_eenheid
            END
            * CASE t.frequentie
                WHEN '1' THEN 7.0
                WHEN '2' THEN 1.0
                WHEN '4' THEN 7 / (365.25::DOUBLE / 12)
                WHEN '6' THEN 7.0::DOUBLE / (t.einddatum - t.ingangsdatum + 1)
            END AS uren
    FROM toewijzing AS t
    JOIN periode AS p ON t.ingangsdatum <= p.laatste_dag AND (t.einddatum IS NULL OR t.einddatum >= p.laatste_dag)
    WHERE t.wet = 'wmo' AND t.product_bekend AND t.huishoudelijk AND NOT t.verwijderd
)
SELECT
    periode, gemeente, sum(uren) AS uren, count(DISTINCT client) AS clienten, count(*) AS toewijzingen,
    clienten AS uren_personen, clienten AS clienten_personen, clienten AS toewijzingen_personen
FROM geldig WHERE uren IS NOT NULL GROUP BY ALL
