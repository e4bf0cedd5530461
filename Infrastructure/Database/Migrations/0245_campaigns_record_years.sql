-- How many years after the campaign's last phase the applications and cases of citizens who deleted their account are kept.
ALTER TABLE campaigns
    ADD COLUMN record_years INT NOT NULL DEFAULT 10 AFTER retention_days,
    ADD CONSTRAINT campaigns_record_years_bounded CHECK (record_years BETWEEN 1 AND 100);
