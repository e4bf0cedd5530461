-- The name beside each of its terms: most of what has a term in common has another name, and this way it is told apart without a look at
-- the tip. It goes with the tip's terms, when the tip is settled or taken back. Terms of before the column are of an earlier edition.
ALTER TABLE tip_terms ADD COLUMN name VARCHAR(40) NOT NULL DEFAULT '';
