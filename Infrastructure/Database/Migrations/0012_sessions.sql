-- One login and all the tokens that came of it (the token family). A revoked session stops at its next request.
CREATE TABLE sessions (
    id         BINARY(16)  NOT NULL,
    citizen_id BINARY(16)  NULL,
    staff_id   BINARY(16)  NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    revoked_at DATETIME(6) NULL,
    PRIMARY KEY (id),
    KEY sessions_by_citizen (citizen_id),
    KEY sessions_by_staff (staff_id),
    CONSTRAINT sessions_of_a_citizen FOREIGN KEY (citizen_id) REFERENCES citizens (id),
    CONSTRAINT sessions_of_a_staff_member FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT sessions_have_one_owner CHECK ((citizen_id IS NULL) <> (staff_id IS NULL))
);
