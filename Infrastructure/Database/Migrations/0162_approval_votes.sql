-- The votes that an exclusion is asked for.
CREATE TABLE approval_votes (
    approval_id BINARY(16) NOT NULL,
    vote_id     BINARY(16) NOT NULL,
    PRIMARY KEY (approval_id, vote_id),
    CONSTRAINT approval_votes_of_an_approval FOREIGN KEY (approval_id) REFERENCES approvals (id)
);
