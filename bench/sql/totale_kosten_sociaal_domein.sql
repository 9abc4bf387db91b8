SELECT
    p.periode, r.gemeente,
    sum(r.lasten_cent) FILTER (r.taakveld NOT IN ('6.3', '6.4')) AS lasten_zonder_wsw_en_uitkeringen_cent,
    sum(r.lasten_cent) AS lasten_totaal_cent
FROM realisatie AS r JOIN periode AS p ON r.jaar = p.jaar AND r.maand <= p.tot_maand
WHERE r.taakveld IN ('4.3', '5.3', '6.1', '6.3', '6.4', '6.71', '6.72')
GROUP BY ALL
