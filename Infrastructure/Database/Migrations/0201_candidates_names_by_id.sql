-- The same of candidates.
CREATE INDEX candidates_names_by_id ON candidates (id, name);
