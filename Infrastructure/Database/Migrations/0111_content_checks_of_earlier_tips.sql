-- Tips from before there were checks: it is too late to ask WeChat, so a human decides.
INSERT INTO content_checks (id, kind, tip_id, state, written_at, next_try_at)
SELECT id, 'Tip', id, 'Unchecked', created_at, created_at
FROM tips;
