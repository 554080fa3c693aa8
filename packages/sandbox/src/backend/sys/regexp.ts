// Regular expressions: Oracle's match parameters in the words of PostgreSQL.

export const regexpSql = String.raw`
CREATE FUNCTION sys.regexp_flags(m text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE flags text := ''; is_dot boolean := false; is_lines boolean := false; c text;
BEGIN
  FOREACH c IN ARRAY regexp_split_to_array(coalesce(m, ''), '') LOOP
    IF c = 'i' THEN flags := 'i'; ELSIF c = 'c' THEN flags := ''; ELSIF c = 'n' THEN is_dot := true; ELSIF c = 'm' THEN is_lines := true;
    ELSIF c = 'x' THEN flags := flags || 'x'; ELSIF c <> '' THEN PERFORM sys.fail('ORA-01760: illegal argument for function'); END IF;
  END LOOP;
  RETURN flags || CASE WHEN is_dot AND is_lines THEN 'w' WHEN is_dot THEN 's' WHEN is_lines THEN 'n' ELSE 'p' END;
END $$;

CREATE FUNCTION sys.regexp_like(s text, p text, m text DEFAULT NULL) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN s IS NULL OR p IS NULL THEN NULL ELSE regexp_like(s, p, sys.regexp_flags(m)) END $$;

CREATE FUNCTION sys.regexp_substr(s text, p text, at numeric DEFAULT 1, nth numeric DEFAULT 1, m text DEFAULT NULL, part numeric DEFAULT 0) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT nullif(regexp_substr(s, p, at::int, nth::int, sys.regexp_flags(m), part::int), '') $$;

CREATE FUNCTION sys.regexp_instr(s text, p text, at numeric DEFAULT 1, nth numeric DEFAULT 1, ending numeric DEFAULT 0, m text DEFAULT NULL, part numeric DEFAULT 0) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT regexp_instr(s, p, at::int, nth::int, ending::int, sys.regexp_flags(m), part::int)::numeric $$;

CREATE FUNCTION sys.regexp_count(s text, p text, at numeric DEFAULT 1, m text DEFAULT NULL) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT regexp_count(s, p, at::int, sys.regexp_flags(m))::numeric $$;

CREATE FUNCTION sys.regexp_replace(s text, p text, r text DEFAULT NULL, at numeric DEFAULT 1, nth numeric DEFAULT 0, m text DEFAULT NULL) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN p IS NULL THEN s ELSE nullif(regexp_replace(s, p, replace(coalesce(r, ''), '\&', '\\&'), at::int, nth::int, sys.regexp_flags(m)), '') END $$;
`
