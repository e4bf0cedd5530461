-- 回避: who takes no part in a case, because they are of the worker's unit or of who recommended, or say so.
CREATE TABLE meeting_recusals (
    meeting_id  BINARY(16)   NOT NULL,
    case_id     BINARY(16)   NOT NULL,
    member_id   BINARY(16)   NOT NULL,
    kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason      VARCHAR(200) NULL,
    at          DATETIME(6)  NOT NULL,
    PRIMARY KEY (meeting_id, case_id, member_id),
    CONSTRAINT meeting_recusals_from_the_agenda FOREIGN KEY (meeting_id, case_id) REFERENCES meeting_cases (meeting_id, case_id),
    CONSTRAINT meeting_recusals_of_a_member FOREIGN KEY (meeting_id, member_id) REFERENCES meeting_members (meeting_id, member_id),
    CONSTRAINT meeting_recusals_known_kind CHECK (kind IN ('SameUnit', 'Declared')),
    CONSTRAINT meeting_recusals_declared_with_a_reason CHECK (kind <> 'Declared' OR reason IS NOT NULL)
);
