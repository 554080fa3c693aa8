// Character functions. The empty text is NULL everywhere; positions count characters and may be negative.

export const textsSql = String.raw`
CREATE FUNCTION sys.substr(s text, p numeric, n numeric DEFAULT NULL, has_length boolean DEFAULT false) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE first int; size int := length(s);
BEGIN
  IF s IS NULL OR p IS NULL OR (has_length AND n IS NULL) THEN RETURN NULL; END IF;
  first := trunc(greatest(least(p, 1000000000), -1000000000))::int;
  IF first = 0 THEN first := 1; ELSIF first < 0 THEN first := size + first + 1; END IF;
  IF first < 1 THEN RETURN NULL; END IF;
  IF NOT has_length THEN RETURN nullif(pg_catalog.substr(s, first), ''); END IF;
  IF n < 1 THEN RETURN NULL; END IF;
  RETURN nullif(pg_catalog.substr(s, first, least(trunc(n), 1000000000)::int), '');
END $$;

CREATE FUNCTION sys.substrb(s text, p numeric, n numeric DEFAULT NULL, has_length boolean DEFAULT false) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE bytes bytea := convert_to(s, 'UTF8'); first int; size int := octet_length(s); piece bytea;
BEGIN
  IF s IS NULL OR p IS NULL OR (has_length AND n IS NULL) THEN RETURN NULL; END IF;
  first := trunc(p)::int;
  IF first = 0 THEN first := 1; ELSIF first < 0 THEN first := size + first + 1; END IF;
  IF first < 1 OR first > size OR (has_length AND n < 1) THEN RETURN NULL; END IF;
  piece := CASE WHEN has_length THEN pg_catalog.substr(bytes, first, least(trunc(n), 1000000000)::int) ELSE pg_catalog.substr(bytes, first) END;
  WHILE length(piece) > 0 AND (get_byte(piece, 0) & 192) = 128 LOOP piece := pg_catalog.substr(piece, 2); END LOOP;
  FOR cut IN 0 .. 3 LOOP
    BEGIN RETURN nullif(convert_from(pg_catalog.substr(piece, 1, length(piece) - cut), 'UTF8'), ''); EXCEPTION WHEN character_not_in_repertoire THEN NULL; END;
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION sys.instr(s text, part text, p numeric DEFAULT 1, nth numeric DEFAULT 1) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE at int; found int; seen int := 0; size int := length(s); width int := length(part);
BEGIN
  IF nth < 1 THEN PERFORM sys.fail('ORA-01428: argument ''' || sys.num_text(nth) || ''' is out of range'); END IF;
  IF p = 0 THEN RETURN 0; END IF;
  IF p > 0 THEN
    at := trunc(p)::int;
    LOOP
      IF at > size THEN RETURN 0; END IF;
      found := position(part in substr(s, at));
      IF found = 0 THEN RETURN 0; END IF;
      seen := seen + 1;
      IF seen = trunc(nth) THEN RETURN at + found - 1; END IF;
      at := at + found;
    END LOOP;
  END IF;
  at := least(size + trunc(p)::int + 1, size - width + 1);
  WHILE at >= 1 LOOP
    IF substr(s, at, width) = part THEN
      seen := seen + 1;
      IF seen = trunc(nth) THEN RETURN at; END IF;
    END IF;
    at := at - 1;
  END LOOP;
  RETURN 0;
END $$;

CREATE FUNCTION sys.pad(side text, s text, n numeric, fill text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT CASE WHEN n < 1 THEN NULL WHEN side = 'L' THEN lpad(s, trunc(n)::int, fill) ELSE rpad(s, trunc(n)::int, fill) END $$;

CREATE FUNCTION sys.replace(s text, a text, b text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN a IS NULL THEN s ELSE nullif(replace(s, a, coalesce(b, '')), '') END $$;

CREATE FUNCTION sys.concat(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN a IS NULL THEN b WHEN b IS NULL THEN a ELSE a || b END $$;

CREATE FUNCTION sys.chr(n numeric) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF n < 0 THEN PERFORM sys.fail('ORA-01428: argument ''' || sys.num_text(n) || ''' is out of range'); END IF;
  IF trunc(n) = 0 THEN PERFORM sys.fail('ORA-03001: unimplemented feature, not supported in the sandbox: CHR(0)'); END IF;
  IF n < 256 THEN
    IF n > 127 THEN PERFORM sys.fail('ORA-03001: unimplemented feature, not supported in the sandbox: CHR of a part of a character'); END IF;
    RETURN pg_catalog.chr(trunc(n)::int);
  END IF;
  RETURN convert_from(decode(CASE WHEN length(to_hex(trunc(n)::bigint)) % 2 = 1 THEN '0' ELSE '' END || to_hex(trunc(n)::bigint), 'hex'), 'UTF8');
END $$;

CREATE FUNCTION sys.ascii(s text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE bytes bytea := convert_to(left(s, 1), 'UTF8'); result numeric := 0;
BEGIN
  FOR i IN 0 .. length(bytes) - 1 LOOP result := result * 256 + get_byte(bytes, i); END LOOP;
  RETURN result;
END $$;

CREATE FUNCTION sys.fit_text(s text, maximum int, unit text, label text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE size int := CASE unit WHEN 'C' THEN length(s) ELSE octet_length(s) END;
BEGIN
  IF size > maximum THEN
    PERFORM sys.fail('ORA-12899: value too large for column ' || label || ' (actual: ' || size || ', maximum: ' || maximum || ')');
  END IF;
  RETURN s;
END $$;

CREATE FUNCTION sys.fit_char(s text, maximum int, unit text, label text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE size int := CASE unit WHEN 'C' THEN length(s) ELSE octet_length(s) END;
BEGIN
  IF size > maximum THEN
    PERFORM sys.fail('ORA-12899: value too large for column ' || label || ' (actual: ' || size || ', maximum: ' || maximum || ')');
  END IF;
  RETURN s || repeat(' ', maximum - size);
END $$;

CREATE FUNCTION sys.long_text(s text, maximum int) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF octet_length(s) > maximum THEN PERFORM sys.fail('ORA-01489: result of string concatenation is too long'); END IF;
  RETURN s;
END $$;

CREATE FUNCTION sys.like_escape(pattern text, e text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF length(e) <> 1 THEN PERFORM sys.fail('ORA-01425: escape character must be character string of length 1'); END IF;
  IF regexp_replace(pattern, '(\\' || e || '[%_\\' || e || '])', '', 'g') LIKE '%' || replace(replace(e, '%', '\%'), '_', '\_') || '%' AND e NOT IN ('%', '_') THEN
    PERFORM sys.fail('ORA-01424: missing or illegal character following the escape character');
  END IF;
  RETURN e;
END $$;

CREATE FUNCTION sys.unistr(s text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE output text := ''; at int := 1; unit int; low int;
BEGIN
  WHILE at <= length(s) LOOP
    IF substr(s, at, 1) <> '\' THEN output := output || substr(s, at, 1); at := at + 1;
    ELSIF substr(s, at + 1, 1) = '\' THEN output := output || '\'; at := at + 2;
    ELSE
      IF substr(s, at + 1, 4) !~ '^[0-9a-fA-F]{4}$' THEN PERFORM sys.fail('ORA-30186: ''\'' must be followed by four hexadecimal characters or another ''\'''); END IF;
      unit := ('x' || substr(s, at + 1, 4))::bit(16)::int; at := at + 5;
      IF unit BETWEEN 55296 AND 56319 AND substr(s, at, 5) ~ '^\\[dD][c-fC-F][0-9a-fA-F]{2}$' THEN
        low := ('x' || substr(s, at + 1, 4))::bit(16)::int; at := at + 5;
        unit := 65536 + (unit - 55296) * 1024 + low - 56320;
      END IF;
      output := output || pg_catalog.chr(unit);
    END IF;
  END LOOP;
  RETURN output;
END $$;
`
