-- Who moved a case, when, why, from where to where; append-only. staff_id is NULL where the applicant or a job moved it.
CREATE TABLE case_moves (
    id          BINARY(16)    NOT NULL,
    case_id     BINARY(16)    NOT NULL,
    at          DATETIME(6)   NOT NULL,
    move        VARCHAR(32)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    from_stage  VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    to_stage    VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    staff_id    BINARY(16)    NULL,
    citizen_id  BINARY(16)    NULL,
    clause      VARCHAR(20)   NULL,
    reason_code VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- What the applicant reads.
    text        VARCHAR(1000) NOT NULL,
    PRIMARY KEY (id),
    KEY case_moves_of_a_case (case_id, at, id),
    CONSTRAINT case_moves_of_a_case FOREIGN KEY (case_id) REFERENCES cases (id),
    CONSTRAINT case_moves_by_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT case_moves_by_a_citizen FOREIGN KEY (citizen_id) REFERENCES citizens (id)
);
