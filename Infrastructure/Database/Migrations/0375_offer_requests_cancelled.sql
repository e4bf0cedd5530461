-- An offer may be withdrawn; who had asked for it is told, and their request is over without having been declined.
ALTER TABLE offer_requests
    DROP CONSTRAINT offer_requests_known_state,
    ADD CONSTRAINT offer_requests_known_state CHECK (state IN ('Received', 'Confirmed', 'Declined', 'Withdrawn', 'Cancelled'));
