// RAW, LOBs and ROWID.

export const bytesSql = String.raw`
CREATE FUNCTION sys.hex_raw(t text) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF t !~ '^[0-9a-fA-F]*$' THEN PERFORM sys.fail('ORA-01465: invalid hex number'); END IF;
  RETURN decode(CASE WHEN length(t) % 2 = 1 THEN '0' ELSE '' END || t, 'hex');
END $$;

CREATE FUNCTION sys.raw_hex(b bytea) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT nullif(upper(encode(b, 'hex')), '') $$;

CREATE FUNCTION sys.fit_raw(b bytea, maximum int, label text) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF length(b) > maximum THEN PERFORM sys.fail('ORA-12899: value too large for column ' || label || ' (actual: ' || length(b) || ', maximum: ' || maximum || ')'); END IF;
  RETURN b;
END $$;

CREATE FUNCTION sys.lob_text(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF octet_length(t) > 4000 THEN
    PERFORM sys.fail('ORA-22835: Buffer too small for CLOB to CHAR or BLOB to RAW conversion (actual: ' || length(t) || ', maximum: 4000)');
  END IF;
  RETURN t;
END $$;

CREATE FUNCTION sys.lob_substr(t text, amount numeric, at numeric) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT CASE WHEN amount < 1 OR at < 1 THEN NULL ELSE nullif(substr(t, at::int, amount::int), '') END $$;
CREATE FUNCTION sys.lob_substr(t bytea, amount numeric, at numeric) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT CASE WHEN amount < 1 OR at < 1 THEN NULL ELSE nullif(substr(t, at::int, amount::int), ''::bytea) END $$;
CREATE FUNCTION sys.raw_substr(b bytea, at numeric, amount numeric) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN at < 0 THEN substr(b, length(b) + at::int + 1, coalesce(amount::int, 32767)) ELSE substr(b, greatest(at::int, 1), coalesce(amount::int, 32767)) END $$;

CREATE FUNCTION sys.base64_digits(n bigint, digits int) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE output text := ''; rest bigint := n;
BEGIN
  FOR i IN 1 .. digits LOOP
    output := substr('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', (rest % 64)::int + 1, 1) || output;
    rest := rest / 64;
  END LOOP;
  RETURN output;
END $$;

-- A ROWID names the object, file 1, and the place of the row in the table.
CREATE FUNCTION sys.rowid_text(object_id bigint, place tid) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT sys.base64_digits(object_id, 6) || 'AAB' || sys.base64_digits(split_part(translate(place::text, '()', ''), ',', 1)::bigint, 6)
  || sys.base64_digits(split_part(translate(place::text, '()', ''), ',', 2)::bigint, 3) $$;

CREATE FUNCTION sys.base64_value(t text) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE result bigint := 0;
BEGIN
  FOR i IN 1 .. length(t) LOOP
    result := result * 64 + position(substr(t, i, 1) in 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/') - 1;
  END LOOP;
  RETURN result;
END $$;

CREATE FUNCTION sys.rowid_place(r text) RETURNS tid LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF r !~ '^[A-Za-z0-9+/]{18}$' THEN PERFORM sys.fail('ORA-01410: invalid ROWID'); END IF;
  RETURN ('(' || sys.base64_value(substr(r, 10, 6)) || ',' || sys.base64_value(substr(r, 16, 3)) || ')')::tid;
END $$;

CREATE FUNCTION sys.check_rowid(r text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF r !~ '^[A-Za-z0-9+/]{18}$' THEN PERFORM sys.fail('ORA-01410: invalid ROWID'); END IF;
  RETURN r;
END $$;
`
