CREATE TRIGGER case_moves_refuse_delete BEFORE DELETE ON case_moves FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'case_moves is append-only';
