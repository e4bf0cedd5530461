CREATE TRIGGER campaign_phases_changed_raise_the_epoch AFTER UPDATE ON campaign_phases FOR EACH ROW
    UPDATE voting_fences SET epoch = epoch + 1 WHERE campaign_id = NEW.campaign_id;
