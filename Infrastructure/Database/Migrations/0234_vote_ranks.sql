-- How risky WeChat held the voter of a vote, from 0 to 4, by its own user risk control. A vote without a row is unrated: WeChat was away,
-- refused, or had too much to answer. The address it was asked with is kept nowhere.
CREATE TABLE vote_ranks (
    vote_id   BINARY(16) NOT NULL,
    risk_rank TINYINT    NOT NULL,
    PRIMARY KEY (vote_id),
    CONSTRAINT vote_ranks_of_a_vote FOREIGN KEY (vote_id) REFERENCES votes (id),
    CONSTRAINT vote_ranks_of_wechat CHECK (risk_rank BETWEEN 0 AND 4)
);
