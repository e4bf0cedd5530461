-- vote_shadows says it.
ALTER TABLE votes DROP COLUMN is_shadowed;
