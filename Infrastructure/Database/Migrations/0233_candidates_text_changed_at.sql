-- When staff last changed what the public reads, so that copies of it read these candidates first.
ALTER TABLE candidates
    ADD COLUMN text_changed_at DATETIME(6) NULL AFTER unpublish_reason,
    ADD KEY candidates_by_change (campaign_id, text_changed_at);
