-- The signed copies of a 申报表 as they came in (附件: 一式两份), one row each; append-only. The key keeps it to two of a version.
CREATE TABLE paper_copies (
    application_id BINARY(16)  NOT NULL,
    version_code   CHAR(12)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    copy           TINYINT     NOT NULL,
    -- Whether the paper said what the application said when it came.
    matched        BOOLEAN     NOT NULL,
    received_at    DATETIME(6) NOT NULL,
    staff_id       BINARY(16)  NOT NULL,
    PRIMARY KEY (application_id, version_code, copy),
    CONSTRAINT paper_copies_of_an_application FOREIGN KEY (application_id) REFERENCES applications (id),
    CONSTRAINT paper_copies_received_by_staff FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT paper_copies_are_two CHECK (copy IN (1, 2))
);
