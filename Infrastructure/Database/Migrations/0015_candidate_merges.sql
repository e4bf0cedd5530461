-- A merge is a link child -> root and undoable: undo clears is_active and keeps the row.
CREATE TABLE candidate_merges (
    id        BINARY(16)   NOT NULL,
    from_id   BINARY(16)   NOT NULL,
    into_id   BINARY(16)   NOT NULL,
    is_active TINYINT      NULL,
    reason    VARCHAR(500) NOT NULL,
    merged_by BINARY(16)   NOT NULL,
    merged_at DATETIME(6)  NOT NULL,
    undone_by BINARY(16)   NULL,
    undone_at DATETIME(6)  NULL,
    PRIMARY KEY (id),
    UNIQUE KEY candidate_merges_one_parent (from_id, is_active),
    KEY candidate_merges_into (into_id, is_active),
    CONSTRAINT candidate_merges_from FOREIGN KEY (from_id) REFERENCES candidates (id),
    CONSTRAINT candidate_merges_into FOREIGN KEY (into_id) REFERENCES candidates (id),
    CONSTRAINT candidate_merges_merged_by FOREIGN KEY (merged_by) REFERENCES staff (id),
    CONSTRAINT candidate_merges_undone_by FOREIGN KEY (undone_by) REFERENCES staff (id),
    CONSTRAINT candidate_merges_not_with_itself CHECK (from_id <> into_id),
    CONSTRAINT candidate_merges_active_until_undone CHECK ((is_active = 1 AND undone_at IS NULL) OR (is_active IS NULL AND undone_at IS NOT NULL))
);
