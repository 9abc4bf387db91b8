WITH nieuwste AS (
    SELECT p.periode, p.laatste_dag, l.gemeente, l.toewijzingnummer, l.definitief_gestopt, l.einddatum
    FROM levering AS l JOIN periode AS p ON l.begindatum <= p.laatste_dag
    WHERE l.wet = 'jw'
    QUALIFY row_number() OVER (
        PARTITION BY p.periode, l.gemeente, l.toewijzingnummer, l.product_categorie, l.product_code
        ORDER BY l.begindatum DESC, l.einddatum DESC NULLS FIRST
    ) = 1
), gestopt AS (
    SELECT periode, gemeente, toewijzingnummer FROM nieuwste GROUP BY ALL
    HAVING bool_and(coalesce(definitief_gestopt AND einddatum < laatste_dag, false))
)
SELECT
    p.periode, t.gemeente,
    count(DISTINCT t.client || '|' || t.voorziening) AS voorzieningen, count(DISTINCT t.client) AS clienten
FROM toewijzing AS t
JOIN periode AS p ON t.ingangsdatum <= p.laatste_dag AND (t.einddatum IS NULL OR t.einddatum >= p.laatste_dag)
ANTI JOIN gestopt AS g
    ON g.periode = p.periode AND g.gemeente = t.gemeente AND g.toewijzingnummer = t.toewijzingnummer
WHERE t.wet = 'jw' AND t.product_bekend AND NOT t.verwijderd
    AND (t.product_categorie BETWEEN '31' AND '45' OR t.product_categorie BETWEEN '50' AND '55')
GROUP BY ALL
