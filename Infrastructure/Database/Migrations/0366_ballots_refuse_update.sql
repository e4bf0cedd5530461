CREATE TRIGGER ballots_refuse_update BEFORE UPDATE ON ballots FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ballots is append-only';
