CREATE TRIGGER tip_events_refuse_update BEFORE UPDATE ON tip_events FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'tip_events is append-only';
