-- Campaigns that were there before experts scored.
INSERT INTO scoring_scales (campaign_id) SELECT id FROM campaigns;
