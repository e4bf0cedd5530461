-- 五(社会公示): a list that is shown to the public over working days. opens_at and closes_at (exclusive) are set when it is opened and stay,
-- whatever becomes of the holiday table.
CREATE TABLE public_notices (
    id           BINARY(16)    NOT NULL,
    campaign_id  BINARY(16)    NOT NULL,
    state        VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'Draft',
    title        VARCHAR(100)  NOT NULL,
    text         VARCHAR(4000) NULL,
    -- The first day in Hangzhou; of a draft NULL means the day on which it will be opened.
    opens_on     DATE          NULL,
    working_days INT           NOT NULL,
    -- The last day, included.
    last_day     DATE          NULL,
    opens_at     DATETIME(6)   NULL,
    closes_at    DATETIME(6)   NULL,
    created_by   BINARY(16)    NOT NULL,
    created_at   DATETIME(6)   NOT NULL,
    opened_by    BINARY(16)    NULL,
    opened_at    DATETIME(6)   NULL,
    version      INT           NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    KEY public_notices_by_state (campaign_id, state, id),
    CONSTRAINT public_notices_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT public_notices_created_by FOREIGN KEY (created_by) REFERENCES staff (id),
    CONSTRAINT public_notices_opened_by FOREIGN KEY (opened_by) REFERENCES staff (id),
    CONSTRAINT public_notices_known_state CHECK (state IN ('Draft', 'Open')),
    CONSTRAINT public_notices_have_days CHECK (working_days > 0),
    CONSTRAINT public_notices_open_are_complete CHECK (
        (state = 'Draft' AND last_day IS NULL AND opens_at IS NULL AND closes_at IS NULL AND opened_by IS NULL AND opened_at IS NULL)
        OR (state = 'Open' AND opens_on IS NOT NULL AND last_day IS NOT NULL AND opens_at IS NOT NULL AND closes_at IS NOT NULL
            AND opened_by IS NOT NULL AND opened_at IS NOT NULL)),
    CONSTRAINT public_notices_open_before_they_close CHECK (opens_at < closes_at)
);
