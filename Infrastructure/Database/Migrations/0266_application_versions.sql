-- The form as it was each time it was submitted, encrypted as applications are; append-only.
CREATE TABLE application_versions (
    application_id BINARY(16)  NOT NULL,
    number         INT         NOT NULL,
    content        MEDIUMBLOB  NOT NULL,
    submitted_at   DATETIME(6) NOT NULL,
    -- NULL where the applicant sent it.
    staff_id       BINARY(16)  NULL,
    PRIMARY KEY (application_id, number),
    CONSTRAINT application_versions_of_an_application FOREIGN KEY (application_id) REFERENCES applications (id),
    CONSTRAINT application_versions_by_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
);
