// TIMESTAMP WITH TIME ZONE: a text of the moment in UTC with nine digits, a blank and the zone. It sorts by the moment, and it keeps what was stored.

export const zonedSql = String.raw`
CREATE FUNCTION sys.zone_minutes(zone text, local timestamp) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF zone IN ('+00:00', 'UTC', 'GMT') THEN RETURN 0; END IF;
  IF zone ~ '^[+-][0-9]{1,2}:[0-9]{2}$' THEN
    RETURN (CASE WHEN zone LIKE '-%' THEN -1 ELSE 1 END) * (substring(zone from '^.([0-9]+)')::int * 60 + right(zone, 2)::int);
  END IF;
  RETURN (extract(epoch FROM local - ((local AT TIME ZONE zone) AT TIME ZONE 'UTC')) / 60)::int;
EXCEPTION WHEN invalid_parameter_value THEN PERFORM sys.fail('ORA-01882: timezone region not found'); RETURN NULL;
END $$;

CREATE FUNCTION sys.zone_name(zone text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT CASE WHEN zone ~ '^[+-]?[0-9]{1,2}:[0-9]{2}$' THEN CASE WHEN zone LIKE '-%' THEN '-' ELSE '+' END || lpad(split_part(ltrim(zone, '+-'), ':', 1), 2, '0') || ':' || right(zone, 2) ELSE zone END $$;

CREATE FUNCTION sys.zoned(local timestamp, nanoseconds text, zone text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT to_char(date_trunc('second', local) - make_interval(mins => sys.zone_minutes(sys.zone_name(zone), local)), 'YYYY-MM-DD HH24:MI:SS') || '.' || rpad(nanoseconds, 9, '0') || ' ' || sys.zone_name(zone) $$;

CREATE FUNCTION sys.zoned_from_timestamp(local timestamp, zone text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT sys.zoned(local, to_char(local, 'US') || '000', zone) $$;

CREATE FUNCTION sys.zoned_from_text(parsed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT sys.zoned(sys.parsed_date(parsed), substr(parsed, 21, 9), substr(parsed, 31)) $$;

CREATE FUNCTION sys.zone_of(z text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT substr(z, 31) $$;
CREATE FUNCTION sys.utc_of(z text) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT left(z, 29)::timestamp(6) $$;

CREATE FUNCTION sys.utc_minutes(zone text, utc timestamp) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF zone ~ '^[+-]' OR zone IN ('UTC', 'GMT') THEN RETURN sys.zone_minutes(zone, utc); END IF;
  RETURN (extract(epoch FROM ((utc AT TIME ZONE 'UTC') AT TIME ZONE zone) - utc) / 60)::int;
END $$;

CREATE FUNCTION sys.local_of(z text) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT sys.utc_of(z) + make_interval(mins => sys.utc_minutes(sys.zone_of(z), sys.utc_of(z))) $$;

CREATE FUNCTION sys.at_zone(z text, zone text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT left(z, 30) || sys.zone_name(zone) $$;

CREATE FUNCTION sys.zoned_fit(z text, digits int) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT CASE WHEN substr(z, 21 + digits, 9 - digits) = repeat('0', 9 - digits) THEN z
  WHEN substr(z, 21 + digits, 1) < '5' THEN left(z, 20 + digits) || repeat('0', 9 - digits) || substr(z, 30)
  ELSE to_char(left(z, 19)::timestamp + ((round(('0.' || substr(z, 21, 9))::numeric, digits))::text || ' seconds')::interval, 'YYYY-MM-DD HH24:MI:SS.US') || '000' || substr(z, 30) END $$;

CREATE FUNCTION sys.zoned_add(z text, seconds numeric) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT to_char(sys.add_seconds(sys.utc_of(z), seconds), 'YYYY-MM-DD HH24:MI:SS.US') || '000' || substr(z, 30) $$;

CREATE FUNCTION sys.zoned_diff(a text, b text) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT trim_scale(extract(epoch FROM left(a, 19)::timestamp) - extract(epoch FROM left(b, 19)::timestamp) + substr(a, 20, 10)::numeric - substr(b, 20, 10)::numeric) $$;

-- What leaves the engine: local time, nine digits, zone as offset.
CREATE FUNCTION sys.zoned_out(z text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE minutes int := sys.utc_minutes(sys.zone_of(z), sys.utc_of(z));
BEGIN
  RETURN to_char(left(z, 19)::timestamp + make_interval(mins => minutes), 'YYYY-MM-DD HH24:MI:SS') || substr(z, 20, 10)
    || ' ' || CASE WHEN minutes < 0 THEN '-' ELSE '+' END || lpad((abs(minutes) / 60)::text, 2, '0') || ':' || lpad((abs(minutes) % 60)::text, 2, '0');
END $$;
`
