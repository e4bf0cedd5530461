-- Names stand beside the terms now.
DROP INDEX candidates_names_by_id ON candidates;
