-- A changed quota holds from the next day: the row with the latest from_day that is not after the day counts.
CREATE TABLE campaign_quotas (
    campaign_id BINARY(16)  NOT NULL,
    kind        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    from_day    DATE        NOT NULL,
    per_day     INT         NOT NULL,
    PRIMARY KEY (campaign_id, kind, from_day),
    CONSTRAINT campaign_quotas_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT campaign_quotas_known_kind CHECK (kind IN ('Votes', 'Tips')),
    CONSTRAINT campaign_quotas_in_bounds CHECK (per_day BETWEEN 1 AND 100)
);
