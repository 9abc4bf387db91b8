WITH stuk AS (
    SELECT
        l.gemeente, l.client, l.voorziening, l.begindatum,
        l.definitief_gestopt AND l.einddatum IS NOT NULL AS zeker,
        greatest(
            CASE WHEN l.definitief_gestopt AND l.einddatum IS NOT NULL THEN l.einddatum
                ELSE coalesce(t.einddatum, DATE '9999-12-31') END,
            l.begindatum
        ) AS eind
    FROM levering AS l LEFT JOIN toewijzing AS t USING (gemeente, wet, toewijzingnummer)
    WHERE l.wet = 'jw' AND l.terreingebonden
), nieuw AS (
    SELECT *, coalesce(begindatum - max(eind) OVER (
        PARTITION BY gemeente, client, voorziening ORDER BY begindatum ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) - 1 > 30, true)::INTEGER AS begint
    FROM stuk
), genummerd AS (
    SELECT *, sum(begint) OVER (PARTITION BY gemeente, client, voorziening ORDER BY begindatum) AS nummer FROM nieuw
), verblijf AS (
    SELECT gemeente, client, min(begindatum) AS van, max(eind) AS tot, bool_or(zeker AND eind = laatste) AS zeker_eind
    FROM (SELECT *, max(eind) OVER (PARTITION BY gemeente, client, voorziening, nummer) AS laatste FROM genummerd)
    GROUP BY gemeente, client, voorziening, nummer
), geteld AS (
    SELECT
        p.periode, v.gemeente, v.van, v.tot, p.laatste_dag, v.tot <= p.laatste_dag AND v.zeker_eind AS beeindigd,
        v.tot < p.laatste_dag AND NOT v.zeker_eind AS onzeker
    FROM verblijf AS v JOIN periode AS p ON v.van <= p.laatste_dag AND v.tot >= p.eerste_dag
)
SELECT
    periode, gemeente,
    sum(tot - van + 1) FILTER (beeindigd) AS dagen_beeindigd, count(*) FILTER (beeindigd) AS verblijven_beeindigd,
    sum(laatste_dag - van + 1) FILTER (NOT beeindigd AND NOT onzeker) AS dagen_lopend,
    count(*) FILTER (NOT beeindigd AND NOT onzeker) AS verblijven_lopend
FROM geteld GROUP BY ALL
