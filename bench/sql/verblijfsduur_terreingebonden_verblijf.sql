WITH stuk AS (
    SELECT
        l.gemeente, l.client, l.voorziening, l.begindatum, l.toewijzingnummer,
        l.definitief_gestopt AND l.einddatum IS NOT NULL AS zeker,
        greatest(
            CASE WHEN l.definitief_gestopt AND l.einddatum IS NOT NULL THEN l.einddatum
                ELSE coalesce(
                    lead(l.begindatum) OVER (
                        PARTITION BY l.gemeente, l.client, l.voorziening, l.toewijzingnummer
                        ORDER BY l.begindatum, l.product_categorie, l.product_code, l.start_bericht
                    ) - 1, t.einddatum, DATE '9999-12-31') END,
            l.begindatum
        ) AS eind
    FROM levering AS l LEFT JOIN toewijzing AS t USING (gemeente, wet, toewijzingnummer)
    WHERE l.wet = 'jw' AND l.terreingebonden
), nieuw AS (
    SELECT *, coalesce(begindatum - max(eind) OVER (
        PARTITION BY gemeente, client, voorziening ORDER BY begindatum, toewijzingnummer
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) - 1 > 30, true)::INTEGER AS begint
    FROM stuk
), genummerd AS (
    SELECT *, sum(begint) OVER (
        PARTITION BY gemeente, client, voorziening ORDER BY begindatum, toewijzingnummer ROWS UNBOUNDED PRECEDING
    ) AS nummer
    FROM nieuw
), verblijf AS (
    SELECT
        gemeente, client, min(begindatum) AS van, max(eind) AS tot,
        max(eind) FILTER (NOT zeker) IS DISTINCT FROM max(eind) AS zeker_eind
    FROM genummerd GROUP BY gemeente, client, voorziening, nummer
), geteld AS (
    SELECT
        p.periode, v.gemeente, v.client, v.van, v.tot, p.laatste_dag,
        v.tot <= p.laatste_dag AND v.zeker_eind AS beeindigd,
        NOT v.zeker_eind AND v.tot < p.laatste_dag AS onzeker
    FROM verblijf AS v JOIN periode AS p ON v.van <= p.laatste_dag AND v.tot >= p.eerste_dag
)
SELECT
    periode, gemeente,
    sum(tot - van + 1) FILTER (beeindigd) AS dagen_beeindigd, count(*) FILTER (beeindigd) AS verblijven_beeindigd,
    sum(laatste_dag - van + 1) FILTER (NOT beeindigd AND NOT onzeker) AS dagen_lopend,
    count(*) FILTER (NOT beeindigd AND NOT onzeker) AS verblijven_lopend,
    count(DISTINCT client) FILTER (beeindigd) AS dagen_beeindigd_personen,
    dagen_beeindigd_personen AS verblijven_beeindigd_personen,
    count(DISTINCT client) FILTER (NOT beeindigd AND NOT onzeker) AS dagen_lopend_personen,
    dagen_lopend_personen AS verblijven_lopend_personen
FROM geteld GROUP BY ALL
