-- Photos from before there were checks: it is too late to ask WeChat, so a human decides.
INSERT INTO content_checks (id, kind, photo_id, state, written_at, next_try_at)
SELECT id, 'Photo', id, 'Unchecked', created_at, created_at
FROM photos
WHERE tip_id IS NOT NULL OR application_id IS NOT NULL;
