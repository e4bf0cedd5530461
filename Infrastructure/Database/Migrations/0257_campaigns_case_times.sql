-- How long a reviewer holds a case, and by how many days after it came to a stage somebody should act.
ALTER TABLE campaigns
    ADD COLUMN case_claim_minutes INT NOT NULL DEFAULT 120 AFTER tip_claim_minutes,
    ADD COLUMN case_review_days INT NOT NULL DEFAULT 20 AFTER case_claim_minutes,
    ADD CONSTRAINT campaigns_case_times_positive CHECK (case_claim_minutes > 0 AND case_review_days > 0);
