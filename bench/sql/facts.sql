-- Invented facts of $lines lines a table: two towns, both laws, every rule of the six indicators touched.
CREATE OR REPLACE TEMP TABLE regels AS
SELECT
    i,
    CASE WHEN i % 5 < 3 THEN 'wmo' ELSE 'jw' END AS wet,
    CASE WHEN i % 2 = 0 THEN '0293' ELSE '0226' END AS gemeente,
    md5((i // 2)::VARCHAR) AS client,
    i // 7 % 4 AS soort,
    DATE '2019-01-01' + (i * 7919 % 1400)::INTEGER AS ingang
FROM range($lines) AS reeks(i);

CREATE OR REPLACE TEMP TABLE product_van AS
SELECT * FROM (VALUES
    ('wmo', 0, '01', '01A01', 'huishoudelijke ondersteuning', true, false),
    ('wmo', 1, '02', '02A03', 'begeleiding', false, false),
    ('wmo', 2, '07', '07A01', 'dagbesteding', false, false),
    ('wmo', 3, '11', '11A01', 'rolstoel', false, false),
    ('jw', 0, '45', '45A04', 'ambulante jeugdhulp', false, false),
    ('jw', 1, '54', '54A01', 'dyslexiezorg', false, false),
    ('jw', 2, '44', '44A09', 'verblijf op een terrein', false, true),
    ('jw', 3, '48', '48A01', 'jeugdbescherming', false, false)
) AS lijst(wet, soort, product_categorie, product_code, voorziening, huishoudelijk, terreingebonden);

CREATE OR REPLACE TEMP TABLE basis_toewijzing AS
SELECT
    gemeente, wet, i AS toewijzingnummer, client, '42420011' AS aanbieder, product_categorie, product_code,
    voorziening, voorziening AS zorgsoort, NULL::DOUBLE AS uren_per_eenheid, huishoudelijk, terreingebonden,
    true AS product_bekend, ingang AS ingangsdatum, ingang + (30 + i * 104729 % 900)::INTEGER AS einddatum,
    ingang - 14 AS toewijzingsdatum, '09:30:00' AS toewijzingstijd,
    ['04', '04', '01', '16', '82'][i % 5 + 1] AS eenheid, 1 + i % 8 AS volume,
    ['2', '2', '4', '1', '6', '2', '2'][i % 7 + 1] AS frequentie, NULL::BIGINT AS budget_cent,
    NULL::VARCHAR AS reden_wijziging, i % 97 = 0 AS verwijderd, false AS geweigerd,
    NULL::VARCHAR AS referentie_aanbieder, 'bericht' AS bron, md5('b' || i) AS bericht, 1::BIGINT AS regel,
    ingang - 14 AS bekend_vanaf, 1::BIGINT AS versies
FROM regels JOIN product_van USING (wet, soort);

CREATE OR REPLACE TEMP TABLE basis_levering AS
SELECT
    gemeente, wet, i AS toewijzingnummer, client, '42420011' AS aanbieder, product_categorie, product_code,
    voorziening, terreingebonden, true AS product_bekend, ingang + (i % 10)::INTEGER AS begindatum,
    CASE WHEN i % 3 = 0 THEN ingang + (20 + i % 400)::INTEGER END AS einddatum,
    CASE WHEN i % 3 = 0 THEN CASE WHEN i % 15 = 0 THEN '20' ELSE '31' END END AS reden_beeindiging,
    i % 15 = 0 AS gepauzeerd, NULL::DATE AS pauze_op, i % 3 = 0 AND i % 15 <> 0 AS definitief_gestopt,
    'bericht' AS bron, md5('s' || i) AS start_bericht, NULL::VARCHAR AS stop_bericht,
    ingang AS bekend_vanaf, NULL::DATE AS stop_bekend_vanaf
FROM regels JOIN product_van USING (wet, soort);

CREATE OR REPLACE TEMP TABLE basis_antwoord AS
SELECT
    gemeente, wet,
    ['retour', 'declaratie_antwoord', 'verzoek_antwoord', 'verzoek_onderzoek', 'verzoek_woonplaats', 'start',
     'stop'][i % 7 + 1] AS termijn,
    '301-302' AS paar, CASE WHEN i % 7 < 5 THEN 'gemeente' ELSE 'aanbieder' END AS partij,
    '42420011' AS aanbieder, md5('a' || i) AS bericht, 0::BIGINT AS regel, ingang AS vanaf,
    'ontvangst' AS vanaf_bron, CASE WHEN i % 41 <> 0 THEN ingang + (i % 17)::INTEGER END AS beantwoord_op,
    NULL::VARCHAR AS antwoord_bericht, CASE WHEN i % 50 = 0 THEN 'correctie' END AS uitgesloten,
    ingang AS bekend_vanaf
FROM regels;

CREATE OR REPLACE TEMP TABLE basis_bericht AS
SELECT
    md5('h' || i) AS bericht, gemeente, wet, CASE WHEN i // 10 % 2 = 0 THEN '301' ELSE '302' END AS soort, 'uit' AS richting, '42420011' AS aanbieder,
    i::VARCHAR AS identificatie, ingang AS dagtekening, ingang AS verzonden_op, ingang AS ontvangen_op,
    CASE WHEN i < 10 THEN DATE '2023-06-30' ELSE ingang END AS bekend_vanaf, 'ontvangst' AS bekend_bron,
    false AS afgekeurd, NULL::VARCHAR AS antwoord_bericht, NULL::DATE AS antwoord_bekend
FROM regels WHERE i < 5000;

CREATE OR REPLACE TEMP TABLE basis_product AS
SELECT
    gemeente, wet, product_categorie, product_code, voorziening, voorziening AS zorgsoort,
    NULL::DOUBLE AS uren_per_eenheid, huishoudelijk, terreingebonden, '6.71' AS taakveld,
    DATE '2015-01-01' AS geldig_van, NULL::DATE AS geldig_tot, 'lijst' AS aanlevering, soort::BIGINT AS regel
FROM product_van CROSS JOIN (VALUES ('0293'), ('0226')) AS gemeenten(gemeente);

CREATE OR REPLACE TEMP TABLE basis_realisatie AS
SELECT
    gemeente, 2019 + i // 2 % 4 AS jaar, 1 + i // 8 % 12 AS maand,
    ['4.3', '5.3', '6.1', '6.3', '6.4', '6.71', '6.72', '7.3'][i // 96 % 8 + 1] AS taakveld,
    1000 + i % 5000 AS lasten_cent, 0::BIGINT AS baten_cent, DATE '2023-01-20' AS boekdatum,
    DATE '2023-06-30' AS bijgewerkt_tot, 'boek' AS aanlevering, i AS regel, DATE '2023-01-20' AS bekend_vanaf
FROM regels;
