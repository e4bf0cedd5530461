-- A picture on disk, named by the SHA-256 of its bytes. Whoever writes or deletes the file holds this row, so the two never pass each other.
CREATE TABLE photo_blobs (
    digest     BINARY(32)  NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (digest)
);
