-- Set by merges only: another Counted vote of the same citizen, day and root came first and stands for this one. A table of its own and no
-- column of the vote, because a merge of large trees writes many of them over seconds, and a citizen whose vote was held meanwhile could
-- vote for nobody: their next vote meets the row of their first at the unique key. No foreign key, which would hold the vote as well.
CREATE TABLE vote_shadows (
    vote_id      BINARY(16) NOT NULL,
    candidate_id BINARY(16) NOT NULL,
    PRIMARY KEY (vote_id),
    KEY vote_shadows_of_a_candidate (candidate_id)
);
