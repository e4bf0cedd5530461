-- A tip changes its candidate by a relink alone: from, to, why, by whom, when.
CREATE TABLE tip_relinks (
    id       BINARY(16)   NOT NULL,
    tip_id   BINARY(16)   NOT NULL,
    from_id  BINARY(16)   NOT NULL,
    to_id    BINARY(16)   NOT NULL,
    reason   VARCHAR(500) NOT NULL,
    by_staff BINARY(16)   NOT NULL,
    at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY tip_relinks_of_a_tip (tip_id, at),
    CONSTRAINT tip_relinks_of_a_tip FOREIGN KEY (tip_id) REFERENCES tips (id),
    CONSTRAINT tip_relinks_from FOREIGN KEY (from_id) REFERENCES candidates (id),
    CONSTRAINT tip_relinks_to FOREIGN KEY (to_id) REFERENCES candidates (id),
    CONSTRAINT tip_relinks_by FOREIGN KEY (by_staff) REFERENCES staff (id),
    CONSTRAINT tip_relinks_move CHECK (from_id <> to_id)
);
