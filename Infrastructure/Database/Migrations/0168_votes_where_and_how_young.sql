-- What scoring needs to know of a vote: the keyed hash of the network it came from (a /24 or a /64), and the seconds its account had
-- been there. NULL for votes cast before this was kept.
ALTER TABLE votes
    ADD COLUMN network_key BINARY(8) NULL,
    ADD COLUMN account_age INT       NULL;
