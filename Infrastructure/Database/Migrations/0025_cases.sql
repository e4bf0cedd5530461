-- The one formal matter about a candidate (五). version rises with every move.
CREATE TABLE cases (
    id                     BINARY(16)   NOT NULL,
    campaign_id            BINARY(16)   NOT NULL,
    candidate_id           BINARY(16)   NOT NULL,
    leading_application_id BINARY(16)   NOT NULL,
    stage                  VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stage_since            DATETIME(6)  NOT NULL,
    district               CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    trade                  VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    opened_at              DATETIME(6)  NOT NULL,
    -- While Returned: which fields of the form are to be supplemented (JSON array), until the end of which day, and why.
    supplement_items       TEXT         NULL,
    supplement_due_on      DATE         NULL,
    supplement_message     VARCHAR(1000) NULL,
    version                INT          NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY cases_one_per_candidate (candidate_id),
    KEY cases_queue (campaign_id, stage, id),
    CONSTRAINT cases_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT cases_of_a_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id),
    CONSTRAINT cases_leading_application FOREIGN KEY (leading_application_id) REFERENCES applications (id),
    CONSTRAINT cases_known_stage CHECK (stage IN (
        'Submitted', 'QualificationReview', 'Returned', 'ExpertReview', 'PublicNotice', 'LeadingGroupDecision', 'Recognised',
        'Withdrawn', 'Rejected', 'NotSelected', 'Disqualified', 'Revoked')),
    CONSTRAINT cases_returned_name_a_supplement CHECK (stage <> 'Returned' OR (supplement_items IS NOT NULL AND supplement_due_on IS NOT NULL))
);
