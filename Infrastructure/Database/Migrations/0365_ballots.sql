-- One ballot a member, case and meeting; once cast it stands.
CREATE TABLE ballots (
    meeting_id BINARY(16)  NOT NULL,
    case_id    BINARY(16)  NOT NULL,
    member_id  BINARY(16)  NOT NULL,
    choice     VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- The member's own account, or the clerk's who entered it from the signed minutes.
    entered_by BINARY(16)  NOT NULL,
    cast_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (meeting_id, case_id, member_id),
    CONSTRAINT ballots_from_the_agenda FOREIGN KEY (meeting_id, case_id) REFERENCES meeting_cases (meeting_id, case_id),
    CONSTRAINT ballots_of_a_member FOREIGN KEY (meeting_id, member_id) REFERENCES meeting_members (meeting_id, member_id),
    CONSTRAINT ballots_entered_by FOREIGN KEY (entered_by) REFERENCES staff (id),
    CONSTRAINT ballots_known_choice CHECK (choice IN ('Agree', 'Disagree', 'Abstain'))
);
