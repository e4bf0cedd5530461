-- Who belonged to the leading group when the meeting was opened, and who was present.
CREATE TABLE meeting_members (
    meeting_id BINARY(16) NOT NULL,
    member_id  BINARY(16) NOT NULL,
    is_present TINYINT(1) NOT NULL DEFAULT 0,
    PRIMARY KEY (meeting_id, member_id),
    CONSTRAINT meeting_members_of_a_meeting FOREIGN KEY (meeting_id) REFERENCES meetings (id),
    CONSTRAINT meeting_members_of_the_group FOREIGN KEY (member_id) REFERENCES leading_group_members (id)
);
