ALTER TABLE candidate_merges
    ADD COLUMN undo_reason VARCHAR(500) NULL,
    ADD CONSTRAINT candidate_merges_undone_by_somebody CHECK (is_active = 1 OR (undone_by IS NOT NULL AND undo_reason IS NOT NULL));
