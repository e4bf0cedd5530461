-- 二: the places of an edition that a meeting gave. A place is a numbered slot, so that two at once cannot have the same; a case has one.
-- Whether a place was vacated follows from its case's stage. Where the campaign fills vacated places the row is handed on.
CREATE TABLE places (
    campaign_id BINARY(16)  NOT NULL,
    number      INT         NOT NULL,
    case_id     BINARY(16)  NOT NULL,
    meeting_id  BINARY(16)  NOT NULL,
    given_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (campaign_id, number),
    UNIQUE KEY places_one_a_case (case_id),
    CONSTRAINT places_of_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id),
    CONSTRAINT places_decided_on_an_agenda FOREIGN KEY (meeting_id, case_id) REFERENCES meeting_cases (meeting_id, case_id),
    CONSTRAINT places_counted_from_one CHECK (number >= 1)
);
