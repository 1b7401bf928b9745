-- The ledger: what was written, by whom, when and why. Rows of one scope form a chain, each with the hash of the one before; the
-- encoding that is hashed is in docs/ledger.md. SM3 is not known to PostgreSQL: hashes are computed by the program and checked by
-- `tuheng ledger verify`; the database sees to it that a chain neither forks nor has gaps.

CREATE TABLE ledger (
  scope text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  origin text NOT NULL,
  verb text NOT NULL,
  object text NOT NULL,
  before_digest text,
  after_digest text,
  reason text NOT NULL,
  algorithm text NOT NULL CHECK (algorithm IN ('sm3', 'sha256')),
  -- Of the first row a value that stands for the scope.
  prev_hash bytea NOT NULL CHECK (length(prev_hash) = 32),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (scope, seq),
  UNIQUE (scope, prev_hash)
);

-- What new rows are hashed with where it is not SM3; chosen when the database is made, and not again.
CREATE TABLE ledger_setting (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  algorithm text NOT NULL CHECK (algorithm IN ('sm3', 'sha256'))
);

CREATE FUNCTION refuse_unlinked() RETURNS trigger LANGUAGE plpgsql SET search_path = tuheng, pg_temp AS $$
DECLARE
  last ledger;
BEGIN
  SELECT * INTO last FROM ledger WHERE scope = NEW.scope ORDER BY seq DESC LIMIT 1;
  IF NEW.seq = coalesce(last.seq, 0) + 1 AND (last.seq IS NULL OR NEW.prev_hash = last.hash) THEN
    RETURN NEW;
  END IF;
  -- Another writer was faster: the unique index says so, and the writer tries again.
  IF EXISTS (SELECT FROM ledger WHERE scope = NEW.scope AND seq = NEW.seq) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'row % does not follow row % of the ledger', NEW.seq, coalesce(last.seq, 0)
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER follows BEFORE INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION refuse_unlinked();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_setting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON ledger, ledger_setting TO tuheng_app;
