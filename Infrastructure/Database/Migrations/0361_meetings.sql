-- A meeting of the leading group. Ballots are cast while it is open; closing needs minutes.
CREATE TABLE meetings (
    id              BINARY(16)   NOT NULL,
    campaign_id     BINARY(16)   NOT NULL,
    title           VARCHAR(100) NOT NULL,
    held_on         DATE         NOT NULL,
    state           VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'Planned',
    minutes         TEXT         NULL,
    -- The scan of the signed minutes.
    minutes_file_id BINARY(16)   NULL,
    -- Why those with equally many votes stand in the order that meeting_cases.served_as has.
    order_reason    VARCHAR(500) NULL,
    created_by      BINARY(16)   NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    opened_at       DATETIME(6)  NULL,
    closed_at       DATETIME(6)  NULL,
    version         INT          NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY meetings_minutes_file (minutes_file_id),
    KEY meetings_in_order (campaign_id, id),
    CONSTRAINT meetings_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT meetings_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
    CONSTRAINT meetings_signed_minutes FOREIGN KEY (minutes_file_id) REFERENCES files (id),
    CONSTRAINT meetings_known_state CHECK (state IN ('Planned', 'Open', 'Closed')),
    CONSTRAINT meetings_opened_at_some_time CHECK ((state = 'Planned') = (opened_at IS NULL)),
    CONSTRAINT meetings_closed_have_minutes CHECK ((state = 'Closed') = (closed_at IS NOT NULL) AND (state <> 'Closed' OR minutes IS NOT NULL))
);
