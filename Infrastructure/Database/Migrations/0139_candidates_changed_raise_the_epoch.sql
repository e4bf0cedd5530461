-- In the schema, so that no act which changes a link or a state can forget it.
CREATE TRIGGER candidates_changed_raise_the_epoch AFTER UPDATE ON candidates FOR EACH ROW
BEGIN
    IF NEW.root_id <> OLD.root_id OR NEW.state <> OLD.state THEN
        UPDATE voting_fences SET epoch = epoch + 1 WHERE campaign_id = NEW.campaign_id;
    END IF;
END;
