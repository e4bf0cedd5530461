CREATE TRIGGER paper_copies_refuse_delete BEFORE DELETE ON paper_copies FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'paper_copies is append-only';
