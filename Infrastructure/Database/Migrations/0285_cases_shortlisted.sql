-- Since when the case is marked for the public notice; an upheld objection that sends it back to the experts takes the mark away.
ALTER TABLE cases ADD COLUMN shortlisted_at DATETIME(6) NULL;
