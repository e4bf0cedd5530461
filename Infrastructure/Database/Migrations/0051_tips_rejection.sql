-- Why a tip was rejected, as a code.
ALTER TABLE tips
    ADD COLUMN rejection VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD CONSTRAINT tips_rejected_have_a_reason CHECK ((state = 'Rejected') = (rejection IS NOT NULL));
