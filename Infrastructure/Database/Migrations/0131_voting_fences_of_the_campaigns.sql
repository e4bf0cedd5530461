INSERT INTO voting_fences (campaign_id) SELECT id FROM campaigns;
