-- How often the experts began with the case: an upheld objection begins anew, and what belongs to an earlier round no longer counts.
ALTER TABLE cases ADD COLUMN expert_round INT NOT NULL DEFAULT 1;
