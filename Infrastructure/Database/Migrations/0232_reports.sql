-- What citizens report as unfit about a candidate who is shown, and what staff decided.
CREATE TABLE reports (
    id           BINARY(16)   NOT NULL,
    campaign_id  BINARY(16)   NOT NULL,
    candidate_id BINARY(16)   NOT NULL,
    -- Null once they deleted their account; the text goes with it.
    citizen_id   BINARY(16)   NULL,
    reason_code  VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text         VARCHAR(500) NULL,
    state        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'Received',
    -- 1 while it waits and else nothing, so that the unique key lets each citizen have one that waits about a candidate.
    is_open      TINYINT      NULL DEFAULT 1,
    created_at   DATETIME(6)  NOT NULL,
    decided_by   BINARY(16)   NULL,
    decided_at   DATETIME(6)  NULL,
    -- For staff; the citizen reads the state.
    reason       VARCHAR(500) NULL,
    taken_down   VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (id),
    UNIQUE KEY reports_one_open (candidate_id, citizen_id, is_open),
    KEY reports_by_state (campaign_id, state, id),
    KEY reports_of_a_citizen (citizen_id, id),
    CONSTRAINT reports_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT reports_about_a_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id),
    CONSTRAINT reports_by_a_citizen FOREIGN KEY (citizen_id) REFERENCES citizens (id),
    CONSTRAINT reports_decided_by FOREIGN KEY (decided_by) REFERENCES staff (id),
    CONSTRAINT reports_without_citizen_has_no_text CHECK (citizen_id IS NOT NULL OR text IS NULL),
    CONSTRAINT reports_known_reason CHECK (reason_code IN ('Untrue', 'Indecent', 'Advertising', 'PrivateData', 'Unlawful', 'Other')),
    CONSTRAINT reports_known_state CHECK (state IN ('Received', 'Upheld', 'Dismissed')),
    CONSTRAINT reports_open_while_received CHECK ((state = 'Received' AND is_open = 1 AND is_open IS NOT NULL) OR (state <> 'Received' AND is_open IS NULL)),
    CONSTRAINT reports_decided_by_somebody CHECK ((state = 'Received') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (reason IS NULL)),
    CONSTRAINT reports_known_part CHECK (taken_down IN ('Nothing', 'Story', 'Photo', 'Candidate')),
    CONSTRAINT reports_upheld_says_what CHECK ((state = 'Upheld') = (taken_down IS NOT NULL))
);
