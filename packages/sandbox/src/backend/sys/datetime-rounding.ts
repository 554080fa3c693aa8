// TRUNC and ROUND of datetimes. [documented: ROUND and TRUNC Date Functions]

export const datetimeRoundingSql = String.raw`
CREATE FUNCTION sys.date_trunc(t timestamp, model text) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE f text := upper(model); year int := extract(year FROM t)::int; day timestamp := date_trunc('day', t);
BEGIN
  CASE f
    WHEN 'DDD', 'DD', 'J' THEN RETURN day;
    WHEN 'MM', 'MONTH', 'MON', 'RM' THEN RETURN date_trunc('month', t);
    WHEN 'YYYY', 'YEAR', 'SYYYY', 'SYEAR', 'YYY', 'YY', 'Y' THEN RETURN date_trunc('year', t);
    WHEN 'Q' THEN RETURN date_trunc('quarter', t);
    WHEN 'HH', 'HH24', 'HH12' THEN RETURN date_trunc('hour', t);
    WHEN 'MI' THEN RETURN date_trunc('minute', t);
    WHEN 'IW' THEN RETURN date_trunc('week', t);
    WHEN 'DAY', 'DY', 'D' THEN RETURN day - make_interval(days => extract(dow FROM t)::int);
    WHEN 'WW' THEN RETURN day - make_interval(days => (extract(doy FROM t)::int - 1) % 7);
    WHEN 'W' THEN RETURN day - make_interval(days => (extract(day FROM t)::int - 1) % 7);
    WHEN 'CC', 'SCC' THEN RETURN make_timestamp(((year - 1) / 100) * 100 + 1, 1, 1, 0, 0, 0);
    WHEN 'IYYY', 'IYY', 'IY', 'I' THEN RETURN date_trunc('week', make_timestamp(extract(isoyear FROM t)::int, 1, 4, 0, 0, 0));
    ELSE
      IF f IN ('SS', 'SSSSS', 'FF', 'AM', 'PM') THEN PERFORM sys.fail('ORA-01899: bad precision specifier'); END IF;
      PERFORM sys.fail('ORA-01898: too many precision specifiers');
  END CASE;
  RETURN NULL;
END $$;

CREATE FUNCTION sys.date_round(t timestamp, model text) RETURNS timestamp LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE f text := upper(model); low timestamp := sys.date_trunc(t, model); s timestamp := date_trunc('second', t);
BEGIN
  CASE
    WHEN f IN ('DDD', 'DD', 'J') THEN RETURN date_trunc('day', s + interval '12 hours');
    WHEN f IN ('MM', 'MONTH', 'MON', 'RM') THEN RETURN CASE WHEN extract(day FROM t) >= 16 THEN low + interval '1 month' ELSE low END;
    WHEN f IN ('YYYY', 'YEAR', 'SYYYY', 'SYEAR', 'YYY', 'YY', 'Y') THEN RETURN CASE WHEN extract(month FROM t) >= 7 THEN low + interval '1 year' ELSE low END;
    WHEN f = 'Q' THEN RETURN CASE WHEN t >= low + interval '1 month' + interval '15 days' THEN low + interval '3 months' ELSE low END;
    WHEN f IN ('HH', 'HH24', 'HH12') THEN RETURN date_trunc('hour', s + interval '30 minutes');
    WHEN f = 'MI' THEN RETURN date_trunc('minute', s + interval '30 seconds');
    WHEN f IN ('IW', 'DAY', 'DY', 'D', 'WW', 'W') THEN RETURN CASE WHEN s >= low + interval '3 days 12 hours' THEN low + interval '7 days' ELSE low END;
    WHEN f IN ('CC', 'SCC') THEN RETURN CASE WHEN t >= low + interval '50 years' THEN low + interval '100 years' ELSE low END;
    ELSE RETURN CASE WHEN extract(month FROM t) >= 7 THEN sys.date_trunc(low + interval '370 days', f) ELSE low END;
  END CASE;
END $$;
`
