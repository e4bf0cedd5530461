-- A proof as its owner sent it, encrypted on disk under a random key. slot keeps the count of a citizen's files.
CREATE TABLE files (
    id             BINARY(16)     NOT NULL,
    owner_id       BINARY(16)     NOT NULL,
    slot           INT            NOT NULL,
    -- Twenty-four bytes, for the driver reads BINARY(16) as an id.
    storage_key    BINARY(24)     NOT NULL,
    -- Encrypted: people put their names into the names of files.
    name           VARBINARY(600) NOT NULL,
    kind           VARCHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    size           INT            NOT NULL,
    application_id BINARY(16)     NULL,
    created_at     DATETIME(6)    NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY files_slot (owner_id, slot),
    UNIQUE KEY files_storage_key (storage_key),
    KEY files_unused (application_id, created_at),
    CONSTRAINT files_from_a_citizen FOREIGN KEY (owner_id) REFERENCES citizens (id),
    CONSTRAINT files_belong_to_an_application FOREIGN KEY (application_id) REFERENCES applications (id),
    CONSTRAINT files_known_kind CHECK (kind IN ('Pdf', 'Docx', 'Jpeg', 'Png')),
    CONSTRAINT files_slot_bounded CHECK (slot BETWEEN 1 AND 50),
    CONSTRAINT files_size_bounded CHECK (size BETWEEN 1 AND 10485760)
);
