-- One entry for each transaction that changes what votes count: the SHA-256 leaves of its votes in id order, 32 bytes each.
CREATE TABLE ledger_entries (
    id          BINARY(16)  NOT NULL,
    campaign_id BINARY(16)  NOT NULL,
    kind        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at          DATETIME(6) NOT NULL,
    leaf_count  INT         NOT NULL,
    leaves      MEDIUMBLOB  NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT ledger_entries_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT ledger_entries_whole_leaves CHECK (leaf_count > 0 AND OCTET_LENGTH(leaves) = 32 * leaf_count)
);
