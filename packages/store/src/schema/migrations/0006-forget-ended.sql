-- Sessions, tokens and links that ended or expired so many days ago are forgotten; the ledger keeps that they were. Only by this function: the
-- application's role cannot delete one that still holds.

CREATE FUNCTION forget_ended(days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = tuheng, pg_temp AS $$
DECLARE
  limit_at timestamptz := clock_timestamp() - days * interval '1 day';
  forgotten integer;
BEGIN
  IF days IS NULL OR days < 1 THEN
    RAISE EXCEPTION 'what ended less than a day ago is kept' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  WITH sessions AS (
    DELETE FROM account_session WHERE least(ended_at, expires_at) < limit_at RETURNING true
  ), tokens AS (
    DELETE FROM api_token WHERE least(ended_at, expires_at) < limit_at RETURNING true
  ), recoveries AS (
    DELETE FROM account_recovery WHERE least(used_at, expires_at) < limit_at RETURNING true
  ), links AS (
    DELETE FROM first_administrator WHERE least(used_at, expires_at) < limit_at RETURNING true
  )
  SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM tokens) + (SELECT count(*) FROM recoveries) + (SELECT count(*) FROM links)
    INTO forgotten;
  RETURN forgotten;
END $$;
REVOKE EXECUTE ON FUNCTION forget_ended FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_ended TO tuheng_app;
