// Arithmetic of DATE and TIMESTAMP (both are `timestamp` here; the emitter knows which is which).

export const datetimesSql = String.raw`
CREATE FUNCTION sys.check_year(t timestamp) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF t >= '10000-01-01'::timestamp OR t < '4712-01-01 BC'::timestamp THEN
    PERFORM sys.fail('ORA-01841: (full) year must be between -4713 and +9999, and not be 0');
  END IF;
  RETURN t;
END $$;

CREATE FUNCTION sys.date_add(t timestamp, days numeric) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE seconds float8 := round(days * 86400); moved timestamp;
BEGIN
  IF seconds BETWEEN -518400000000 AND 518400000000 THEN
    moved := date_trunc('second', t) + make_interval(secs => seconds);
    IF moved < '10000-01-01'::timestamp AND moved >= '4712-01-01 BC'::timestamp THEN RETURN moved; END IF;
  END IF;
  PERFORM sys.fail('ORA-01841: (full) year must be between -4713 and +9999, and not be 0');
  RETURN NULL;
END $$;

CREATE FUNCTION sys.date_diff(a timestamp, b timestamp) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE seconds numeric := extract(epoch FROM a) - extract(epoch FROM b);
BEGIN
  IF seconds % 86400 = 0 THEN RETURN trunc(seconds / 86400); END IF;
  RETURN sys.div(trim_scale(seconds), 86400);
END $$;

CREATE FUNCTION sys.seconds_diff(a timestamp, b timestamp) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT trim_scale(extract(epoch FROM a) - extract(epoch FROM b)) $$;

CREATE FUNCTION sys.add_seconds(t timestamp, seconds numeric) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN RETURN sys.check_year(t + (round(seconds, 6)::text || ' seconds')::interval); END $$;

CREATE FUNCTION sys.add_ym(t timestamp, months numeric) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE moved timestamp := t + make_interval(months => months::int);
BEGIN
  IF extract(day FROM moved) <> extract(day FROM t) THEN PERFORM sys.fail('ORA-01839: date not valid for month specified'); END IF;
  RETURN sys.check_year(moved);
END $$;

CREATE FUNCTION sys.add_months(t timestamp, n numeric) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE base timestamp := date_trunc('second', t); moved timestamp; first timestamp;
BEGIN
  IF abs(n) > 200000 THEN PERFORM sys.fail('ORA-01841: (full) year must be between -4713 and +9999, and not be 0'); END IF;
  moved := base + make_interval(months => trunc(n)::int);
  IF extract(month FROM base + interval '1 day') <> extract(month FROM base) THEN
    first := date_trunc('month', moved);
    moved := first + interval '1 month' - interval '1 day' + (base - date_trunc('day', base));
  END IF;
  RETURN sys.check_year(moved);
END $$;

CREATE FUNCTION sys.last_day(t timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT date_trunc('month', t) + interval '1 month' - interval '1 day' + (date_trunc('second', t) - date_trunc('day', t)) $$;

CREATE FUNCTION sys.months_between(a timestamp, b timestamp) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE months numeric; is_last boolean;
BEGIN
  months := (extract(year FROM a) - extract(year FROM b)) * 12 + extract(month FROM a) - extract(month FROM b);
  is_last := extract(month FROM a + interval '1 day') <> extract(month FROM a) AND extract(month FROM b + interval '1 day') <> extract(month FROM b);
  IF extract(day FROM a) = extract(day FROM b) OR is_last THEN RETURN months; END IF;
  RETURN sys.fit(months + sys.div(trim_scale((extract(day FROM a) - extract(day FROM b)) * 86400
    + extract(epoch FROM (date_trunc('second', a) - date_trunc('day', a))) - extract(epoch FROM (date_trunc('second', b) - date_trunc('day', b)))), 2678400));
END $$;

CREATE FUNCTION sys.weekday(name text) RETURNS int LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE at int := array_position(ARRAY['SUN','MON','TUE','WED','THU','FRI','SAT'], left(upper(trim(name)), 3));
BEGIN
  IF at IS NULL THEN PERFORM sys.fail('ORA-01846: not a valid day of the week'); END IF;
  RETURN at - 1;
END $$;

CREATE FUNCTION sys.next_day(t timestamp, name text) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT date_trunc('second', t) + make_interval(days => ((sys.weekday(name) - extract(dow FROM t)::int + 6) % 7) + 1) $$;

CREATE FUNCTION sys.extract_field(field text, t timestamp) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT CASE field WHEN 'YEAR' THEN CASE WHEN extract(year FROM t) < 0 THEN extract(year FROM t) ELSE extract(year FROM t) END
  WHEN 'MONTH' THEN extract(month FROM t) WHEN 'DAY' THEN extract(day FROM t) WHEN 'HOUR' THEN extract(hour FROM t)
  WHEN 'MINUTE' THEN extract(minute FROM t) ELSE trim_scale(extract(second FROM t)) END $$;
`
