INSERT INTO voting_thresholds (campaign_id, name, value) SELECT id, 'risk-rank', 4 FROM campaigns;
