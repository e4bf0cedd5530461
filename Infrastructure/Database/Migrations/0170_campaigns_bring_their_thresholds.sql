CREATE TRIGGER campaigns_bring_their_thresholds AFTER INSERT ON campaigns FOR EACH ROW
    INSERT INTO voting_thresholds (campaign_id, name, value)
    SELECT NEW.id, t.name, t.value
    FROM (
        SELECT 'instant-seconds' AS name, 8 AS value
        UNION ALL SELECT 'instant-votes', 12
        UNION ALL SELECT 'instant-share', 0.5
        UNION ALL SELECT 'interval-votes', 15
        UNION ALL SELECT 'interval-variation', 0.3
        UNION ALL SELECT 'run-voters', 6
        UNION ALL SELECT 'run-seconds', 5
        UNION ALL SELECT 'address-votes', 100
        UNION ALL SELECT 'burst-votes', 50
        UNION ALL SELECT 'burst-factor', 5
    ) t;
