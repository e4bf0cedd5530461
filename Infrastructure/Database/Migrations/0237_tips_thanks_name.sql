-- By which name the tipster agreed to be thanked beside the laureate; null for who did not. It goes with the tip.
ALTER TABLE tips ADD COLUMN thanks_name VARCHAR(20) NULL;
