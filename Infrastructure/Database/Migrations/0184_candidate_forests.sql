-- Who changes links of a campaign holds its row from the beginning, so that merges and undos come one after another and each finds the
-- links as the one before left them.
CREATE TABLE candidate_forests (
    campaign_id BINARY(16) NOT NULL,
    PRIMARY KEY (campaign_id)
);
