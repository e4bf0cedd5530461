INSERT INTO application_versions (application_id, number, content, submitted_at)
SELECT id, 1, content, submitted_at FROM applications WHERE submitted_at IS NOT NULL;
