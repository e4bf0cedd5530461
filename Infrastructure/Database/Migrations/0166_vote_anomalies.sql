-- Votes that look alike in a suspicious way, grouped, with what was measured. set_aside says whether the service quarantined them itself.
CREATE TABLE vote_anomalies (
    id           BINARY(16)  NOT NULL,
    campaign_id  BINARY(16)  NOT NULL,
    signal_code  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    candidate_id BINARY(16)  NULL,
    found_at     DATETIME(6) NOT NULL,
    is_set_aside TINYINT     NOT NULL,
    -- JSON of codes and numbers.
    evidence     TEXT        NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT vote_anomalies_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id)
);
