-- A foreign key would share-lock the candidate's row for each vote: votes would wait for every act on the candidate, and deadlock with
-- those that raise the epoch. The fence says instead that the candidate exists and is open; reconciliation reports a vote for nobody.
-- The candidate tells the campaign.
ALTER TABLE votes
    DROP FOREIGN KEY votes_for_a_candidate,
    DROP FOREIGN KEY votes_in_a_campaign,
    DROP KEY votes_in_a_campaign,
    DROP COLUMN campaign_id;
