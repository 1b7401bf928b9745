-- Jobs: what is asked for and how far it is. The queue itself is pg-boss's, in a schema that the application's role owns, so that pg-boss can set
-- itself up; the rows here are what counts: pg-boss only says whose turn it is.

CREATE SCHEMA pgboss AUTHORIZATION tuheng_app;

CREATE TABLE job (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('import', 'inspect', 'review', 'publish')),
  -- Code of the plan. An import makes it, so it refers to nothing.
  plan text,
  parameters json NOT NULL,
  requested_by text NOT NULL,
  requested_from text NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Two requests with the same key ask for the same effect.
  effect_key text,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- Counts the runs: a run that was given up for dead must not write for the one that took its place.
  attempt integer NOT NULL DEFAULT 0,
  cancel_requested boolean NOT NULL DEFAULT false,
  progress double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
  stage text NOT NULL DEFAULT '',
  started_at timestamptz,
  ended_at timestamptz,
  result json,
  error_code text,
  error_message text,
  CHECK ((ended_at IS NOT NULL) = (state IN ('done', 'failed', 'cancelled')))
);
CREATE UNIQUE INDEX job_effect_key ON job (effect_key) WHERE state NOT IN ('failed', 'cancelled');
CREATE INDEX job_requested_at ON job (requested_at);
CREATE INDEX job_plan ON job (plan);
GRANT SELECT, INSERT ON job TO tuheng_app;
GRANT UPDATE (state, attempt, cancel_requested, progress, stage, started_at, ended_at, result, error_code, error_message)
  ON job TO tuheng_app;

-- The effect of a job, written in the transaction of the effect itself: a second run finds it and does nothing.
CREATE TABLE job_effect (
  job uuid PRIMARY KEY REFERENCES job,
  result json NOT NULL,
  happened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON job_effect
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON job_effect TO tuheng_app;
