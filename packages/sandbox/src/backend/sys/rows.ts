// Sequences per session and other things that change. Their names are ids of the catalog.

export const rowsSql = String.raw`
CREATE FUNCTION sys.next_value(sequence_id bigint, session_id bigint, label text) RETURNS numeric LANGUAGE plpgsql VOLATILE AS $$
DECLARE v bigint;
BEGIN
  BEGIN
    v := nextval(('d.s' || sequence_id)::regclass);
  EXCEPTION WHEN sequence_generator_limit_exceeded THEN
    PERFORM sys.fail('ORA-08004: sequence ' || label || '.NEXTVAL ' || CASE WHEN SQLERRM LIKE '%maximum%' THEN 'exceeds MAXVALUE' ELSE 'goes below MINVALUE' END || ' and cannot be instantiated');
  END;
  PERFORM set_config('sandbox.s' || session_id || '_' || sequence_id, v::text, false);
  RETURN v;
END $$;

CREATE FUNCTION sys.current_value(sequence_id bigint, session_id bigint, label text) RETURNS numeric LANGUAGE plpgsql VOLATILE AS $$
DECLARE v text := current_setting('sandbox.s' || session_id || '_' || sequence_id, true);
BEGIN
  IF v IS NULL OR v = '' THEN PERFORM sys.fail('ORA-08002: sequence ' || label || '.CURRVAL is not yet defined in this session'); END IF;
  RETURN v::numeric;
END $$;

CREATE FUNCTION sys.not_null(v anyelement, label text, is_update boolean) RETURNS anyelement LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF v IS NULL THEN
    PERFORM sys.fail(CASE WHEN is_update THEN 'ORA-01407: cannot update (' || label || ') to NULL' ELSE 'ORA-01400: cannot insert NULL into (' || label || ')' END);
  END IF;
  RETURN v;
END $$;

-- A hierarchy that goes deeper than any real one is a circle.
CREATE FUNCTION sys.next_place(place bigint[], rank bigint) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF array_length(place, 1) > 2000 THEN PERFORM sys.fail('ORA-01436: CONNECT BY loop in user data'); END IF;
  RETURN place || rank;
END $$;

CREATE FUNCTION sys.check_scn(scn numeric, changed numeric, now numeric) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF scn IS NULL OR scn > now OR scn < 1 THEN PERFORM sys.fail('ORA-08181: specified number is not a valid system change number'); END IF;
  IF scn < changed THEN PERFORM sys.fail('ORA-03001: unimplemented feature, not supported in the sandbox: AS OF SCN of an older state'); END IF;
  RETURN true;
END $$;

CREATE FUNCTION sys.check_part(is_inside boolean) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF is_inside IS NOT TRUE THEN PERFORM sys.fail('ORA-14401: inserted partition key is outside specified partition'); END IF;
  RETURN true;
END $$;
`
