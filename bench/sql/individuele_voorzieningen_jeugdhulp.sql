-- A toewijzing is silent from the day after the last active piece of care until the next one begins.
WITH stuk AS (
    SELECT
        gemeente, toewijzingnummer, begindatum AS van,
        greatest(begindatum - 1, least(
            lead(begindatum) OVER (
                PARTITION BY gemeente, client, aanbieder, toewijzingnummer, product_categorie, product_code
                ORDER BY begindatum
            ) - 1,
            CASE WHEN definitief_gestopt THEN einddatum END,
            DATE '9999-12-31'
        )) AS tot
    FROM levering WHERE wet = 'jw' AND toewijzingnummer IS NOT NULL
), opeenvolgend AS (
    SELECT
        gemeente, toewijzingnummer, max(tot) OVER verder AS gedekt_tot, lead(van) OVER verder AS volgende
    FROM stuk WINDOW verder AS (PARTITION BY gemeente, toewijzingnummer ORDER BY van)
), stil AS (
    SELECT gemeente, toewijzingnummer, gedekt_tot + 1 AS van, coalesce(volgende - 1, DATE '9999-12-31') AS tot
    FROM opeenvolgend
    WHERE gedekt_tot < DATE '9999-12-31' AND (volgende IS NULL OR volgende > gedekt_tot + 1)
), lopend AS (
    SELECT DISTINCT p.periode, t.gemeente, t.client, t.voorziening
    FROM toewijzing AS t
    JOIN periode AS p ON t.ingangsdatum <= p.laatste_dag AND (t.einddatum IS NULL OR t.einddatum >= p.laatste_dag)
    ANTI JOIN stil AS s
        ON s.gemeente = t.gemeente AND s.toewijzingnummer = t.toewijzingnummer
        AND p.laatste_dag BETWEEN s.van AND s.tot
    WHERE t.wet = 'jw' AND t.product_bekend AND t.voorziening IS NOT NULL AND NOT t.verwijderd
        AND (t.product_categorie IS NULL OR t.product_categorie BETWEEN '31' AND '38'
            OR t.product_categorie BETWEEN '40' AND '45' OR t.product_categorie BETWEEN '50' AND '55')
)
SELECT
    periode, gemeente, count(*) AS voorzieningen, count(DISTINCT client) AS clienten,
    clienten AS voorzieningen_personen, clienten AS clienten_personen
FROM lopend GROUP BY ALL
