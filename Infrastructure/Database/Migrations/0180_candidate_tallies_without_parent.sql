-- A foreign key share-locks the candidate's row for each batch of votes, even where the tally is there already: votes would wait for a merge
-- that holds the candidate. A tally comes with its candidate, in one transaction, and candidates are never deleted.
ALTER TABLE candidate_tallies DROP FOREIGN KEY candidate_tallies_of_a_candidate;
