-- The agenda: which cases a meeting decides, or whose recognition it is asked to take back.
CREATE TABLE meeting_cases (
    meeting_id  BINARY(16)   NOT NULL,
    case_id     BINARY(16)   NOT NULL,
    kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position    INT          NOT NULL,
    -- 领导小组办公室意见 (附件).
    opinion     VARCHAR(500) NULL,
    opinion_on  DATE         NULL,
    -- Which of those with equally many votes takes the last places first; null while the meeting did not say.
    served_as   INT          NULL,
    result      VARCHAR(4)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    decided_at  DATETIME(6)  NULL,
    PRIMARY KEY (meeting_id, case_id),
    UNIQUE KEY meeting_cases_position (meeting_id, position),
    UNIQUE KEY meeting_cases_served_as (meeting_id, served_as),
    KEY meeting_cases_of_a_case (case_id),
    CONSTRAINT meeting_cases_of_a_meeting FOREIGN KEY (meeting_id) REFERENCES meetings (id),
    CONSTRAINT meeting_cases_about_a_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT meeting_cases_known_kind CHECK (kind IN ('Decision', 'Revocation')),
    CONSTRAINT meeting_cases_opinion_has_a_date CHECK ((opinion IS NULL) = (opinion_on IS NULL)),
    CONSTRAINT meeting_cases_known_result CHECK (result IN ('Yes', 'No')),
    CONSTRAINT meeting_cases_decided_at_some_time CHECK ((result IS NULL) = (decided_at IS NULL))
);
