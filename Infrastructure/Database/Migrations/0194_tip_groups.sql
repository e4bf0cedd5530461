-- Tips that the last night found to be about one worker: a proposal, replaced by the next. place orders them, the largest first.
CREATE TABLE tip_groups (
    id          BINARY(16)  NOT NULL,
    campaign_id BINARY(16)  NOT NULL,
    place       INT         NOT NULL,
    found_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY tip_groups_place (campaign_id, place),
    CONSTRAINT tip_groups_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id)
);
