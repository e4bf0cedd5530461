-- Tips of which WeChat found something before there was a column for it.
UPDATE tips t
JOIN content_checks k ON k.tip_id = t.id
SET t.is_risky = 1
WHERE k.state IN ('Review', 'Risky') AND k.decision IS NULL;
