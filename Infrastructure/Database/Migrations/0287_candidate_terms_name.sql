-- The same of candidates; whose name is erased has the terms of no name.
ALTER TABLE candidate_terms ADD COLUMN name VARCHAR(40) NOT NULL DEFAULT '';
