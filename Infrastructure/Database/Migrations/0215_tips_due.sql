-- When a tip is due, by which reviewers take the next one: the target from its arrival on, halved where WeChat found a risk, and divided by
-- how many citizens speak of the same worker, of whom more than four count as four. The database computes it, so no writer forgets it.
ALTER TABLE tips
    ADD COLUMN target_hours INT NOT NULL DEFAULT 72,
    -- WeChat says Review or Risky, and no human has spoken.
    ADD COLUMN is_risky TINYINT NOT NULL DEFAULT 0,
    -- As the last night found them.
    ADD COLUMN voices INT NOT NULL DEFAULT 1,
    ADD COLUMN due_at DATETIME(6) GENERATED ALWAYS AS
        (created_at + INTERVAL (target_hours * 60 DIV (LEAST(voices, 4) * (1 + is_risky))) MINUTE) STORED,
    ADD CONSTRAINT tips_target_of_hours CHECK (target_hours BETWEEN 1 AND 2160),
    ADD CONSTRAINT tips_risky_or_not CHECK (is_risky IN (0, 1)),
    ADD CONSTRAINT tips_have_a_voice CHECK (voices > 0),
    ADD INDEX tips_due (campaign_id, state, due_at, id),
    ADD INDEX tips_due_by_district (campaign_id, state, district, due_at, id),
    DROP INDEX tips_queue,
    DROP INDEX tips_by_state;
