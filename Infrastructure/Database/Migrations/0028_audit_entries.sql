-- What staff did, written in the transaction of the act; append-only. detail is JSON without personal data.
CREATE TABLE audit_entries (
    id           BINARY(16)  NOT NULL,
    at           DATETIME(6) NOT NULL,
    staff_id     BINARY(16)  NOT NULL,
    action       VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_id   BINARY(16)  NOT NULL,
    detail       TEXT        NULL,
    PRIMARY KEY (id),
    KEY audit_entries_of_a_subject (subject_id, at),
    KEY audit_entries_of_a_person (staff_id, at),
    CONSTRAINT audit_entries_of_a_person FOREIGN KEY (staff_id) REFERENCES staff (id)
);
