// Intervals are numbers here: DAY TO SECOND is seconds, YEAR TO MONTH is months. Arithmetic and comparison are those of numbers.

export const intervalsSql = String.raw`
CREATE FUNCTION sys.day_second(n numeric, unit text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE u text := upper(trim(unit)); s numeric;
BEGIN
  s := CASE u WHEN 'DAY' THEN n * 86400 WHEN 'HOUR' THEN n * 3600 WHEN 'MINUTE' THEN n * 60 WHEN 'SECOND' THEN n END;
  IF s IS NULL THEN PERFORM sys.fail('ORA-01760: illegal argument for function'); END IF;
  IF abs(s) >= 86400::numeric * 1000000000 THEN PERFORM sys.fail('ORA-01873: the leading precision of the interval is too small'); END IF;
  RETURN trim_scale(round(s, 9));
END $$;

CREATE FUNCTION sys.year_month(n numeric, unit text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE u text := upper(trim(unit)); m numeric;
BEGIN
  m := CASE u WHEN 'YEAR' THEN round(n * 12) WHEN 'MONTH' THEN round(n) END;
  IF m IS NULL THEN PERFORM sys.fail('ORA-01760: illegal argument for function'); END IF;
  IF abs(m) >= 12::numeric * 1000000000 THEN PERFORM sys.fail('ORA-01873: the leading precision of the interval is too small'); END IF;
  RETURN m;
END $$;

CREATE FUNCTION sys.parse_ds(t text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE m text[] := regexp_match(trim(t), '^([+-])?(\d{1,9}) (\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d{1,9})?$');
BEGIN
  IF m IS NULL OR m[3]::int > 23 OR m[4]::int > 59 OR m[5]::int > 59 THEN PERFORM sys.fail('ORA-01867: the interval is invalid'); END IF;
  RETURN (CASE WHEN m[1] = '-' THEN -1 ELSE 1 END) * (m[2]::numeric * 86400 + m[3]::numeric * 3600 + m[4]::numeric * 60 + m[5]::numeric + coalesce(('0' || m[6])::numeric, 0));
END $$;

CREATE FUNCTION sys.parse_ym(t text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE m text[] := regexp_match(trim(t), '^([+-])?(\d{1,9})-(\d{1,2})$');
BEGIN
  IF m IS NULL OR m[3]::int > 11 THEN PERFORM sys.fail('ORA-01867: the interval is invalid'); END IF;
  RETURN (CASE WHEN m[1] = '-' THEN -1 ELSE 1 END) * (m[2]::numeric * 12 + m[3]::numeric);
END $$;

CREATE FUNCTION sys.ds_text(s numeric, leading_digits int, fraction_digits int) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE a numeric := abs(round(s, fraction_digits));
BEGIN
  RETURN CASE WHEN s < 0 THEN '-' ELSE '+' END || lpad(trunc(a / 86400)::text, greatest(leading_digits, length(trunc(a / 86400)::text)), '0') || ' ' || lpad(trunc(a % 86400 / 3600)::text, 2, '0') || ':'
    || lpad(trunc(a % 3600 / 60)::text, 2, '0') || ':' || lpad(trunc(a % 60)::text, 2, '0')
    || CASE WHEN fraction_digits > 0 THEN '.' || rpad(split_part((a % 1)::text, '.', 2), fraction_digits, '0') ELSE '' END;
END $$;

CREATE FUNCTION sys.ym_text(m numeric, leading_digits int) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT CASE WHEN m < 0 THEN '-' ELSE '+' END || lpad(div(abs(m), 12)::text, greatest(leading_digits, length(div(abs(m), 12)::text)), '0') || '-' || lpad((abs(m) % 12)::int::text, 2, '0') $$;

CREATE FUNCTION sys.fit_interval(v numeric, leading_limit numeric, fraction_digits int) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF abs(v) >= leading_limit THEN PERFORM sys.fail('ORA-01873: the leading precision of the interval is too small'); END IF;
  RETURN round(v, fraction_digits);
END $$;

CREATE FUNCTION sys.extract_interval(field text, v numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT CASE field WHEN 'YEAR' THEN trunc(v / 12) WHEN 'MONTH' THEN v % 12 WHEN 'DAY' THEN trunc(v / 86400) WHEN 'HOUR' THEN trunc(v % 86400 / 3600)
  WHEN 'MINUTE' THEN trunc(v % 3600 / 60) ELSE trim_scale(v % 60) END $$;
`
