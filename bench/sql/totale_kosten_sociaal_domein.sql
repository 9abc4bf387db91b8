SELECT
    p.periode, r.gemeente,
    sum(r.lasten_cent) FILTER (NOT i.wsw_of_uitkering) AS lasten_zonder_wsw_en_uitkeringen_cent,
    sum(r.lasten_cent) AS lasten_totaal_cent
FROM realisatie AS r
JOIN indeling AS i ON i.taakveld = r.taakveld AND i.jaar = r.jaar AND i.sociaal_domein
JOIN periode AS p ON p.jaar = r.jaar AND r.maand <= p.tot_maand
GROUP BY ALL
