-- For the job that looks for invitations nobody answered.
ALTER TABLE invitations ADD KEY invitations_by_expiry (is_living, state, expires_at);
