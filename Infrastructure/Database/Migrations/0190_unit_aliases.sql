-- Names that one unit goes by, confirmed by staff: 杭州制氧机厂 is 杭氧集团. Both orders of a pair say the same.
CREATE TABLE unit_aliases (
    id       BINARY(16)   NOT NULL,
    unit     VARCHAR(100) NOT NULL,
    alias    VARCHAR(100) NOT NULL,
    -- A hash of the two names as they are compared, the same for both orders.
    pair_key BINARY(32)   NOT NULL,
    added_by BINARY(16)   NOT NULL,
    added_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY unit_aliases_pair (pair_key),
    CONSTRAINT unit_aliases_added_by FOREIGN KEY (added_by) REFERENCES staff (id)
);
