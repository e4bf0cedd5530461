-- A list that an organization imported, by the hash of the file: the same file again is answered with the same report and makes nothing new.
CREATE TABLE application_imports (
    organization_id BINARY(16)  NOT NULL,
    file_hash       BINARY(32)  NOT NULL,
    staff_id        BINARY(16)  NOT NULL,
    at              DATETIME(6) NOT NULL,
    -- Which row became which draft (JSON).
    report          MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (organization_id, file_hash),
    CONSTRAINT application_imports_of_an_organization FOREIGN KEY (organization_id) REFERENCES organizations (id),
    CONSTRAINT application_imports_by_staff FOREIGN KEY (staff_id) REFERENCES staff (id)
);
