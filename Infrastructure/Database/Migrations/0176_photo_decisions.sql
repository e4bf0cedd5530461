-- What staff decided about photos, each decision for itself; content_checks has the one that counts. Erased with its photo.
CREATE TABLE photo_decisions (
    id          BINARY(16)   NOT NULL,
    photo_id    BINARY(16)   NOT NULL,
    decision    VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason_code VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    note        VARCHAR(200) NULL,
    staff_id    BINARY(16)   NOT NULL,
    at          DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY photo_decisions_of_a_photo (photo_id, at, id),
    CONSTRAINT photo_decisions_photo FOREIGN KEY (photo_id) REFERENCES photos (id) ON DELETE CASCADE,
    CONSTRAINT photo_decisions_by FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT photo_decisions_known_decision CHECK (decision IN ('Fit', 'Unfit'))
);
