INSERT INTO scoring_criteria (campaign_id, id, position, name, weight)
SELECT c.id, d.id, d.position, d.name, d.weight
FROM campaigns c
CROSS JOIN (
    SELECT 'skill' AS id, 1 AS position, '技艺水平' AS name, 40 AS weight
    UNION ALL SELECT 'innovation', 2, '创新贡献', 30
    UNION ALL SELECT 'influence', 3, '行业影响', 20
    UNION ALL SELECT 'teaching', 4, '传承带徒', 10
) d;
