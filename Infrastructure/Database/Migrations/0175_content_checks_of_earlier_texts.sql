-- Texts from before they were checked: it is too late to ask WeChat, so a human decides. Of a candidate nobody kept who wrote what, so all
-- those count of whom a citizen may have written.
INSERT INTO content_checks (id, kind, application_id, candidate_id, state, written_at, next_try_at)
SELECT id, 'Application', id, NULL, 'Unchecked', submitted_at, submitted_at
FROM applications
WHERE state IN ('Submitted', 'Joined')
UNION ALL
SELECT c.id, 'Candidate', NULL, c.id, 'Unchecked', c.created_at, c.created_at
FROM candidates c
WHERE EXISTS (SELECT 1 FROM invitations i WHERE i.candidate_id = c.id AND i.state IN ('AwaitingConfirmation', 'Accepted'))
    OR EXISTS (SELECT 1 FROM consents g WHERE g.candidate_id = c.id AND g.source = 'SelfApplication');
