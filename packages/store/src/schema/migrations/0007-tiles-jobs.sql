-- Jobs that cut the tiles of a version before anybody asks for them.

ALTER TABLE job DROP CONSTRAINT job_kind_check;
ALTER TABLE job ADD CONSTRAINT job_kind_check CHECK (kind IN ('import', 'inspect', 'review', 'publish', 'tiles'));
