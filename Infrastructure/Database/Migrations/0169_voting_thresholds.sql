-- When a signal of stuffing speaks; staff may change a number during the campaign.
CREATE TABLE voting_thresholds (
    campaign_id BINARY(16)  NOT NULL,
    name        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value       DOUBLE      NOT NULL,
    PRIMARY KEY (campaign_id, name),
    CONSTRAINT voting_thresholds_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT voting_thresholds_positive CHECK (value > 0)
);
