-- Within how many hours a tip is to be settled. A changed number holds for tips sent from then on.
ALTER TABLE campaigns
    ADD COLUMN tip_target_hours INT NOT NULL DEFAULT 72 AFTER tip_claim_minutes,
    ADD CONSTRAINT campaigns_tip_target_of_hours CHECK (tip_target_hours BETWEEN 1 AND 2160);
