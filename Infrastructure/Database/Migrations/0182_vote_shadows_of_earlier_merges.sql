INSERT INTO vote_shadows (vote_id, candidate_id) SELECT id, candidate_id FROM votes WHERE is_shadowed = 1;
