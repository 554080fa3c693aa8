// TO_DATE and TO_TIMESTAMP: an Oracle format model read strictly enough to fail where Oracle fails. The result is a text `YYYY-MM-DD HH24:MI:SS.fffffffff zone`.

export const datetimeParseSql = String.raw`
CREATE FUNCTION sys.make_datetime(y int, m int, d int, seconds int, fraction text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE last int;
BEGIN
  IF y = 0 OR y < -4712 OR y > 9999 THEN PERFORM sys.fail('ORA-01841: (full) year must be between -4713 and +9999, and not be 0'); END IF;
  IF m < 1 OR m > 12 THEN PERFORM sys.fail('ORA-01843: not a valid month'); END IF;
  IF d < 1 OR d > 31 THEN PERFORM sys.fail('ORA-01847: day of month must be between 1 and last day of month'); END IF;
  last := CASE WHEN m IN (4, 6, 9, 11) THEN 30 WHEN m <> 2 THEN 31 WHEN y % 4 = 0 AND (y % 100 <> 0 OR y % 400 = 0) THEN 29 ELSE 28 END;
  IF d > last THEN PERFORM sys.fail('ORA-01839: date not valid for month specified'); END IF;
  RETURN lpad(abs(y)::text, 4, '0') || '-' || lpad(m::text, 2, '0') || '-' || lpad(d::text, 2, '0') || ' ' || lpad((seconds / 3600)::text, 2, '0')
    || ':' || lpad((seconds / 60 % 60)::text, 2, '0') || ':' || lpad((seconds % 60)::text, 2, '0') || '.' || rpad(fraction, 9, '0') || CASE WHEN y < 0 THEN ' BC' ELSE '' END;
END $$;

CREATE FUNCTION sys.digits_error(rest text) RETURNS void LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF rest = '' THEN PERFORM sys.fail('ORA-01840: input value not long enough for date format'); END IF;
  PERFORM sys.fail('ORA-01858: a non-numeric character was found where a numeric was expected');
END $$;

CREATE FUNCTION sys.month_number(word text) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT array_position(ARRAY['JAN','FEB','MAR','APR','MAY','JUN','JUL','AUG','SEP','OCT','NOV','DEC'], upper(left(word, 3))) $$;

CREATE FUNCTION sys.parse_datetime(s text, model text, today timestamp, default_zone text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  token text; f text; rest text := s; word text; digits text; width int; is_exact boolean := false; is_punctuation boolean;
  y int := extract(year FROM today)::int; m int := extract(month FROM today)::int; d int := 1; h int := 0; mi int := 0; sec int := 0; whole int;
  fraction text := ''; meridian text; doy int; julian int; zone_hours text; zone_minutes text := '00'; zone text := NULL; is_bc boolean := false; result text; century int := extract(year FROM today)::int / 100;
BEGIN
  IF s IS NULL OR model IS NULL THEN RETURN NULL; END IF;
  rest := ltrim(rest);
  FOREACH token IN ARRAY sys.format_tokens(model) LOOP
    f := upper(token);
    is_punctuation := token ~ '^[-/,.;:[:space:]]$';
    IF f = 'FX' THEN is_exact := true; CONTINUE; END IF;
    IF f = 'FM' THEN CONTINUE; END IF;
    IF is_punctuation THEN
      IF is_exact THEN
        IF left(rest, 1) <> token THEN PERFORM sys.fail('ORA-01861: literal does not match format string'); END IF;
        rest := substr(rest, 2);
      ELSIF left(rest, 1) ~ '^[^a-zA-Z0-9]$' THEN rest := ltrim(substr(rest, 2));
      END IF;
      CONTINUE;
    END IF;
    IF left(token, 1) = '"' THEN
      IF left(rest, length(token) - 2) <> substr(token, 2, length(token) - 2) THEN PERFORM sys.fail('ORA-01861: literal does not match format string'); END IF;
      rest := substr(rest, length(token) - 1);
      CONTINUE;
    END IF;
    IF f NOT IN ('X') THEN rest := ltrim(rest); END IF;
    IF rest = '' AND f NOT IN ('X') AND f NOT LIKE 'FF%' THEN
      IF f IN ('HH24', 'HH', 'HH12', 'MI', 'SS', 'AM', 'PM') AND right(s, 1) ~ '[0-9]' AND false THEN CONTINUE; END IF;
      PERFORM sys.fail('ORA-01840: input value not long enough for date format');
    END IF;
    width := CASE f WHEN 'YYYY' THEN 4 WHEN 'SYYYY' THEN 4 WHEN 'RRRR' THEN 4 WHEN 'YYY' THEN 3 WHEN 'YY' THEN 2 WHEN 'RR' THEN 2 WHEN 'Y' THEN 1 WHEN 'MM' THEN 2 WHEN 'DD' THEN 2
      WHEN 'DDD' THEN 3 WHEN 'HH24' THEN 2 WHEN 'HH' THEN 2 WHEN 'HH12' THEN 2 WHEN 'MI' THEN 2 WHEN 'SS' THEN 2 WHEN 'SSSSS' THEN 5 WHEN 'J' THEN 7 WHEN 'FF' THEN 9 ELSE 0 END;
    IF f LIKE 'FF_' THEN width := substr(f, 3)::int; END IF;
    IF f = 'SYYYY' AND left(rest, 1) IN ('-', '+') THEN is_bc := left(rest, 1) = '-'; rest := substr(rest, 2); END IF;
    IF f IN ('YYYY', 'RRRR', 'SYYYY') AND left(rest, 1) = '-' THEN rest := substr(rest, 2); is_bc := true; END IF;
    IF width > 0 THEN
      digits := substring(rest from '^[0-9]{1,' || width || '}');
      IF f = 'MM' AND digits IS NULL AND sys.month_number(substring(rest from '^[A-Za-z]{3,9}')) IS NOT NULL THEN f := 'MON';
      ELSIF f LIKE 'FF%' THEN fraction := coalesce(digits, ''); rest := substr(rest, length(fraction) + 1); CONTINUE;
      ELSIF digits IS NULL THEN
        IF f = 'MM' THEN PERFORM sys.fail('ORA-01843: not a valid month'); END IF;
        PERFORM sys.digits_error(rest);
      ELSE
        IF is_exact AND length(digits) < width THEN PERFORM sys.fail('ORA-01862: the numeric value does not match the length of the format item'); END IF;
        rest := substr(rest, length(digits) + 1);
      END IF;
    END IF;
    CASE
      WHEN f IN ('YYYY', 'SYYYY') THEN y := digits::int;
      WHEN f = 'RRRR' THEN y := digits::int; IF length(digits) <= 2 THEN f := 'RR'; END IF;
      WHEN f IN ('YYY', 'YY', 'Y') THEN y := (y / (10 ^ width)::int) * (10 ^ width)::int + digits::int;
      WHEN f = 'RR' THEN y := digits::int; IF length(digits) > 2 THEN f := 'RRRR'; END IF;
      WHEN f = 'MM' THEN m := digits::int; IF m < 1 OR m > 12 THEN PERFORM sys.fail('ORA-01843: not a valid month'); END IF;
      WHEN f IN ('MON', 'MONTH') THEN
        word := substring(rest from '^[A-Za-z]{3,9}');
        m := sys.month_number(word);
        IF m IS NULL THEN PERFORM sys.fail('ORA-01843: not a valid month'); END IF;
        digits := trim(to_char(make_date(2000, m, 1), 'MONTH'));
        rest := CASE WHEN upper(left(rest, length(digits))) = digits THEN substr(rest, length(digits) + 1) ELSE substr(rest, 4) END;
      WHEN f = 'DD' THEN d := digits::int; IF d < 1 OR d > 31 THEN PERFORM sys.fail('ORA-01847: day of month must be between 1 and last day of month'); END IF;
      WHEN f = 'DDD' THEN doy := digits::int; IF doy < 1 OR doy > 366 THEN PERFORM sys.fail('ORA-01848: day of year must be between 1 and 365 (366 for leap year)'); END IF;
      WHEN f = 'HH24' THEN h := digits::int; IF h > 23 THEN PERFORM sys.fail('ORA-01850: hour must be between 0 and 23'); END IF;
      WHEN f IN ('HH', 'HH12') THEN h := digits::int; IF h < 1 OR h > 12 THEN PERFORM sys.fail('ORA-01849: hour must be between 1 and 12'); END IF; meridian := coalesce(meridian, 'A');
      WHEN f = 'MI' THEN mi := digits::int; IF mi > 59 THEN PERFORM sys.fail('ORA-01851: minutes must be between 0 and 59'); END IF;
      WHEN f = 'SS' THEN sec := digits::int; IF sec > 59 THEN PERFORM sys.fail('ORA-01852: seconds must be between 0 and 59'); END IF;
      WHEN f = 'SSSSS' THEN whole := digits::int; IF whole > 86399 THEN PERFORM sys.fail('ORA-01853: seconds in day must be between 0 and 86399'); END IF;
      WHEN f = 'J' THEN julian := digits::int;
      WHEN f IN ('AM', 'PM', 'A.M.', 'P.M.') THEN
        word := substring(rest from '^[AaPp]\.?[Mm]\.?');
        IF word IS NULL THEN PERFORM sys.fail('ORA-01855: AM/A.M. or PM/P.M. required'); END IF;
        meridian := upper(left(word, 1)); rest := substr(rest, length(word) + 1);
      WHEN f IN ('AD', 'BC', 'A.D.', 'B.C.') THEN
        word := substring(rest from '^[AaBb]\.?[DdCc]\.?'); is_bc := upper(left(word, 1)) = 'B'; rest := substr(rest, length(word) + 1);
      WHEN f IN ('DAY', 'DY') THEN word := substring(rest from '^[A-Za-z]+'); PERFORM sys.weekday(coalesce(word, '')); rest := substr(rest, length(word) + 1);
      WHEN f = 'X' THEN IF left(rest, 1) = '.' THEN rest := substr(rest, 2); END IF;
      WHEN f = 'TZH' THEN zone_hours := substring(rest from '^[+-]?[0-9]{1,2}'); IF zone_hours IS NULL THEN PERFORM sys.digits_error(rest); END IF; rest := substr(rest, length(zone_hours) + 1);
      WHEN f = 'TZM' THEN zone_minutes := substring(rest from '^[0-9]{2}'); IF zone_minutes IS NULL THEN PERFORM sys.digits_error(rest); END IF; rest := substr(rest, 3);
      WHEN f = 'TZR' THEN zone := substring(rest from '^[A-Za-z0-9_/+:-]+'); rest := substr(rest, length(zone) + 1);
      ELSE PERFORM sys.fail('ORA-01821: date format not recognized');
    END CASE;
    IF f = 'RR' THEN y := CASE WHEN y < 50 THEN CASE WHEN extract(year FROM today)::int % 100 < 50 THEN century ELSE century + 1 END
      ELSE CASE WHEN extract(year FROM today)::int % 100 < 50 THEN century - 1 ELSE century END END * 100 + y; END IF;
  END LOOP;
  IF rtrim(rest) <> '' THEN PERFORM sys.fail('ORA-01830: date format picture ends before converting entire input string'); END IF;
  IF meridian = 'P' THEN h := h % 12 + 12; ELSIF meridian = 'A' THEN h := h % 12; END IF;
  IF is_bc THEN y := -y; END IF;
  IF whole IS NULL THEN whole := h * 3600 + mi * 60 + sec; END IF;
  IF julian IS NOT NULL THEN
    RETURN to_char(to_date(julian::text, 'J') + make_interval(secs => whole), 'YYYY-MM-DD HH24:MI:SS') || '.' || rpad(fraction, 9, '0') || ' ' || default_zone;
  END IF;
  IF doy IS NOT NULL THEN
    result := to_char(make_date(y, 1, 1) + (doy - 1), 'YYYY-MM-DD');
    m := substr(result, 6, 2)::int; d := substr(result, 9, 2)::int;
  END IF;
  result := sys.make_datetime(y, m, d, whole, fraction);
  IF zone_hours IS NOT NULL THEN zone := CASE WHEN zone_hours LIKE '-%' THEN '-' ELSE '+' END || lpad(ltrim(zone_hours, '+-'), 2, '0') || ':' || zone_minutes; END IF;
  RETURN result || ' ' || coalesce(zone, default_zone);
END $$;

CREATE FUNCTION sys.parsed_date(t text) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT (left(t, 19) || CASE WHEN t LIKE '% BC %' THEN ' BC' ELSE '' END)::timestamp $$;

CREATE FUNCTION sys.parsed_timestamp(t text) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT (left(t, 29) || CASE WHEN t LIKE '% BC %' THEN ' BC' ELSE '' END)::timestamp(6) $$;
`
