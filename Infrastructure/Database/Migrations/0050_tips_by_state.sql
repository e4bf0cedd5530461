-- The queue of municipal reviewers, who see all districts: oldest first, whatever the page.
CREATE INDEX tips_by_state ON tips (campaign_id, state, id);
