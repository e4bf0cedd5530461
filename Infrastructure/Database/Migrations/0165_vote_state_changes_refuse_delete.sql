CREATE TRIGGER vote_state_changes_refuse_delete BEFORE DELETE ON vote_state_changes FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'vote_state_changes is append-only';
