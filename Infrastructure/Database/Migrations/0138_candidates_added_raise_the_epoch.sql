-- A candidate of its own is unknown to every copy and read when it is voted for; one that joins a tree changes what is known of the tree.
CREATE TRIGGER candidates_added_raise_the_epoch AFTER INSERT ON candidates FOR EACH ROW
BEGIN
    IF NEW.root_id <> NEW.id THEN
        UPDATE voting_fences SET epoch = epoch + 1 WHERE campaign_id = NEW.campaign_id;
    END IF;
END;
