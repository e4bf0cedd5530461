-- The points of one expert for one case, a line a criterion; a draft until the sheet is submitted.
CREATE TABLE scores (
    case_expert_id BINARY(16)    NOT NULL,
    campaign_id    BINARY(16)    NOT NULL,
    criterion_id   VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    score          INT           NOT NULL,
    comment        VARCHAR(1000) NULL,
    PRIMARY KEY (case_expert_id, criterion_id),
    CONSTRAINT scores_of_a_sheet FOREIGN KEY (case_expert_id) REFERENCES case_experts (id),
    CONSTRAINT scores_of_a_criterion FOREIGN KEY (campaign_id, criterion_id) REFERENCES scoring_criteria (campaign_id, id) ON DELETE CASCADE,
    CONSTRAINT scores_not_negative CHECK (score BETWEEN 0 AND 1000)
);
