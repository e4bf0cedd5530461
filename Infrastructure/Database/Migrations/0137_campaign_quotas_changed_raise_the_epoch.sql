CREATE TRIGGER campaign_quotas_changed_raise_the_epoch AFTER UPDATE ON campaign_quotas FOR EACH ROW
    UPDATE voting_fences SET epoch = epoch + 1 WHERE campaign_id = NEW.campaign_id;
