-- Why staff last took the candidate back from the public; the audit log says who and when.
ALTER TABLE candidates ADD COLUMN unpublish_reason VARCHAR(500) NULL AFTER published_at;
