-- One worker in one campaign; tips, votes, applications and the case hang here.
CREATE TABLE candidates (
    id             BINARY(16)   NOT NULL,
    campaign_id    BINARY(16)   NOT NULL,
    -- The root of the merge tree this candidate is in: itself while it is linked to nobody. A function of candidate_merges.
    root_id        BINARY(16)   NOT NULL,
    state          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name           VARCHAR(40)  NOT NULL,
    work_unit      VARCHAR(100) NULL,
    workplace      VARCHAR(100) NULL,
    -- NULL while nobody has said in which district the worker works.
    district       CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NULL,
    trade          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- What the public reads about the worker; written by staff from the tips, shown after consent.
    story          TEXT         NULL,
    show_photo     TINYINT      NOT NULL DEFAULT 0,
    show_work_unit TINYINT      NOT NULL DEFAULT 0,
    -- Blind index of name without spaces + mobile: applications with an equal key meet at this candidate (law of one case).
    worker_key     BINARY(32)   NULL,
    created_at     DATETIME(6)  NOT NULL,
    published_at   DATETIME(6)  NULL,
    version        INT          NOT NULL DEFAULT 1,
    PRIMARY KEY (id),
    UNIQUE KEY candidates_worker_key (campaign_id, worker_key),
    KEY candidates_by_root (root_id),
    KEY candidates_newest (campaign_id, state, published_at, id),
    CONSTRAINT candidates_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT candidates_root_is_a_candidate FOREIGN KEY (root_id) REFERENCES candidates (id),
    CONSTRAINT candidates_known_state CHECK (state IN ('Hidden', 'Invited', 'Agreed', 'Published', 'Unpublished', 'Declined', 'Unreached')),
    CONSTRAINT candidates_published_has_a_time CHECK (state <> 'Published' OR published_at IS NOT NULL),
    CONSTRAINT candidates_work_somewhere CHECK (state NOT IN ('Published') OR work_unit IS NOT NULL OR workplace IS NOT NULL)
);
