-- What is found again in the next minute is the same anomaly with more votes.
ALTER TABLE vote_anomalies
    ADD COLUMN group_key BINARY(32) NOT NULL,
    ADD UNIQUE KEY vote_anomalies_once (campaign_id, group_key);
