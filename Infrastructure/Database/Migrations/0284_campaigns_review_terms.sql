-- What the notice leaves to whoever runs an edition: panels and scores (五, 专家评审), the days of a public notice (五, 社会公示), who must be
-- there and how many must agree (五, 领导小组审定), whether a vacated place is filled (二), and the prize (七).
ALTER TABLE campaigns
    ADD COLUMN panel_size INT NOT NULL DEFAULT 5,
    ADD COLUMN experts_per_case INT NOT NULL DEFAULT 3,
    ADD COLUMN cases_per_expert INT NOT NULL DEFAULT 60,
    ADD COLUMN trims_scores TINYINT(1) NOT NULL DEFAULT 1,
    ADD COLUMN notice_working_days INT NOT NULL DEFAULT 5,
    ADD COLUMN quorum_numerator INT NOT NULL DEFAULT 2,
    ADD COLUMN quorum_denominator INT NOT NULL DEFAULT 3,
    ADD COLUMN pass_numerator INT NOT NULL DEFAULT 2,
    ADD COLUMN pass_denominator INT NOT NULL DEFAULT 3,
    ADD COLUMN fills_vacated_places TINYINT(1) NOT NULL DEFAULT 0,
    ADD COLUMN prize_yuan INT NOT NULL DEFAULT 20000,
    ADD CONSTRAINT campaigns_review_terms_in_bounds CHECK (
        panel_size > 0 AND experts_per_case > 0 AND cases_per_expert > 0 AND notice_working_days > 0 AND prize_yuan >= 0),
    ADD CONSTRAINT campaigns_shares_are_shares CHECK (
        quorum_numerator > 0 AND quorum_numerator <= quorum_denominator AND pass_numerator > 0 AND pass_numerator <= pass_denominator);
