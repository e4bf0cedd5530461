-- Who recommended the worker, filed for them, or is them, takes no part either. One kind for all three: the other members need not read who tipped.
ALTER TABLE meeting_recusals
    DROP CONSTRAINT meeting_recusals_known_kind,
    ADD CONSTRAINT meeting_recusals_known_kind CHECK (kind IN ('SameUnit', 'Own', 'Declared'));
