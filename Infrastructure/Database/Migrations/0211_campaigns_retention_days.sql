-- How many days after a no or a silence the name of a worker is kept.
ALTER TABLE campaigns
    ADD COLUMN retention_days INT NOT NULL DEFAULT 180 AFTER invitation_days,
    ADD CONSTRAINT campaigns_retention_positive CHECK (retention_days > 0);
