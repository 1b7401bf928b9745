-- The link by which an administrator who cannot sign in sets another password: at most one an account, the newest. Only a digest of it is kept.

CREATE TABLE account_recovery (
  account integer PRIMARY KEY REFERENCES account,
  digest bytea NOT NULL UNIQUE CHECK (length(digest) = 32),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
GRANT SELECT, INSERT, UPDATE (digest, expires_at, used_at) ON account_recovery TO tuheng_app;
