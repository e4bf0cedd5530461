-- A picture that is being put in its place while no photo has it yet. As long as the row is here its foreign key keeps the collector from
-- the picture; who puts it asks for the row again before the photo is acknowledged. What a crash left lapses.
CREATE TABLE photo_placings (
    upload_id  BINARY(16)  NOT NULL,
    digest     BINARY(32)  NOT NULL,
    kept_until DATETIME(6) NOT NULL,
    PRIMARY KEY (upload_id, digest),
    KEY photo_placings_of_a_blob (digest),
    KEY photo_placings_lapsed (kept_until),
    CONSTRAINT photo_placings_keep_the_blob FOREIGN KEY (digest) REFERENCES photo_blobs (digest)
);
