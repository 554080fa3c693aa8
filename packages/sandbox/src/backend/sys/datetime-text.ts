// TO_CHAR of datetimes, element by element. [documented: Datetime Format Elements] Names are English (NLS_DATE_LANGUAGE is not modelled).

export const datetimeTextSql = String.raw`
CREATE FUNCTION sys.format_tokens(model text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT array_agg(m[1] ORDER BY n) FROM regexp_matches(model,
  '("[^"]*"|FM|FX|A\.D\.|B\.C\.|A\.M\.|P\.M\.|SYYYY|SYEAR|Y,YYY|YYYY|RRRR|YEAR|IYYY|MONTH|SSSSS|HH24|HH12|FF[1-9]|FF|TZH|TZM|TZR|TZD|MON|DAY|DDD|IYY|YYY|SCC|AD|BC|AM|PM|CC|DY|DD|DL|DS|DAY|HH|IW|IY|MI|MM|RM|RR|SS|TS|WW|YY|TH|SP|[DEIJQWYX]|[-/,.;:[:space:]]|[^-/,.;:[:space:]])', 'gi') WITH ORDINALITY AS t(m, n) $$;

CREATE FUNCTION sys.case_like(name text, sample text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT CASE WHEN substr(sample, 1, 1) = lower(substr(sample, 1, 1)) THEN lower(name)
  WHEN substr(sample, 2, 1) = lower(substr(sample, 2, 1)) AND substr(sample, 2, 1) <> upper(substr(sample, 2, 1)) THEN initcap(name) ELSE upper(name) END $$;

CREATE FUNCTION sys.format_element(t timestamp, element text, sample text, is_fill boolean, zone text, is_date boolean, fraction text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE year int := extract(year FROM t)::int; shown int; minutes int;
BEGIN
  shown := CASE WHEN year < 0 THEN -year ELSE year END;
  CASE element
    WHEN 'YYYY', 'RRRR' THEN RETURN CASE WHEN is_fill THEN lpad(shown::text, 4, '0') ELSE shown::text END;
    WHEN 'SYYYY' THEN RETURN CASE WHEN is_fill THEN CASE WHEN year < 0 THEN '-' ELSE ' ' END || lpad(shown::text, 4, '0') ELSE year::text END;
    WHEN 'Y,YYY' THEN RETURN substr(lpad(shown::text, 4, '0'), 1, 1) || ',' || substr(lpad(shown::text, 4, '0'), 2);
    WHEN 'YYY' THEN RETURN right(lpad(shown::text, 4, '0'), 3);
    WHEN 'YY', 'RR' THEN RETURN CASE WHEN is_fill THEN right(lpad(shown::text, 4, '0'), 2) ELSE (shown % 100)::text END;
    WHEN 'Y' THEN RETURN right(shown::text, 1);
    WHEN 'IYYY' THEN RETURN CASE WHEN is_fill THEN lpad(extract(isoyear FROM t)::text, 4, '0') ELSE extract(isoyear FROM t)::text END;
    WHEN 'IYY' THEN RETURN right(extract(isoyear FROM t)::text, 3);
    WHEN 'IY' THEN RETURN right(extract(isoyear FROM t)::text, 2);
    WHEN 'I' THEN RETURN right(extract(isoyear FROM t)::text, 1);
    WHEN 'CC' THEN RETURN lpad(((shown + 99) / 100)::text, 2, '0');
    WHEN 'SCC' THEN RETURN CASE WHEN year < 0 THEN '-' ELSE ' ' END || lpad(((shown + 99) / 100)::text, 2, '0');
    WHEN 'MM' THEN RETURN CASE WHEN is_fill THEN lpad(extract(month FROM t)::text, 2, '0') ELSE extract(month FROM t)::text END;
    WHEN 'DD' THEN RETURN CASE WHEN is_fill THEN lpad(extract(day FROM t)::text, 2, '0') ELSE extract(day FROM t)::text END;
    WHEN 'DDD' THEN RETURN CASE WHEN is_fill THEN lpad(extract(doy FROM t)::text, 3, '0') ELSE extract(doy FROM t)::text END;
    WHEN 'D' THEN RETURN (extract(dow FROM t) + 1)::text;
    WHEN 'HH24' THEN RETURN CASE WHEN is_fill THEN lpad(extract(hour FROM t)::text, 2, '0') ELSE extract(hour FROM t)::text END;
    WHEN 'HH', 'HH12' THEN RETURN CASE WHEN is_fill THEN lpad(((extract(hour FROM t)::int + 11) % 12 + 1)::text, 2, '0') ELSE ((extract(hour FROM t)::int + 11) % 12 + 1)::text END;
    WHEN 'MI' THEN RETURN CASE WHEN is_fill THEN lpad(extract(minute FROM t)::text, 2, '0') ELSE extract(minute FROM t)::text END;
    WHEN 'SS' THEN RETURN CASE WHEN is_fill THEN lpad(floor(extract(second FROM t))::text, 2, '0') ELSE floor(extract(second FROM t))::text END;
    WHEN 'SSSSS' THEN RETURN CASE WHEN is_fill THEN lpad(floor(extract(epoch FROM t - date_trunc('day', t)))::text, 5, '0') ELSE floor(extract(epoch FROM t - date_trunc('day', t)))::text END;
    WHEN 'MON' THEN RETURN sys.case_like((ARRAY['JAN','FEB','MAR','APR','MAY','JUN','JUL','AUG','SEP','OCT','NOV','DEC'])[extract(month FROM t)::int], sample);
    WHEN 'MONTH' THEN RETURN CASE WHEN is_fill THEN rpad(sys.case_like(trim(to_char(t, 'MONTH')), sample), 9) ELSE sys.case_like(trim(to_char(t, 'MONTH')), sample) END;
    WHEN 'DY' THEN RETURN sys.case_like(to_char(t, 'DY'), sample);
    WHEN 'DAY' THEN RETURN CASE WHEN is_fill THEN rpad(sys.case_like(trim(to_char(t, 'DAY')), sample), 9) ELSE sys.case_like(trim(to_char(t, 'DAY')), sample) END;
    WHEN 'Q' THEN RETURN extract(quarter FROM t)::text;
    WHEN 'W' THEN RETURN ((extract(day FROM t)::int - 1) / 7 + 1)::text;
    WHEN 'WW' THEN RETURN lpad(((extract(doy FROM t)::int - 1) / 7 + 1)::text, 2, '0');
    WHEN 'IW' THEN RETURN lpad(extract(week FROM t)::text, 2, '0');
    WHEN 'J' THEN RETURN lpad(extract(julian FROM date_trunc('day', t))::bigint::text, 7, '0');
    WHEN 'RM' THEN RETURN CASE WHEN is_fill THEN rpad(sys.case_like(trim(to_char(t, 'RM')), sample), 4) ELSE sys.case_like(trim(to_char(t, 'RM')), sample) END;
    WHEN 'AM', 'PM' THEN RETURN sys.case_like(CASE WHEN extract(hour FROM t) < 12 THEN 'AM' ELSE 'PM' END, sample);
    WHEN 'A.M.', 'P.M.' THEN RETURN sys.case_like(CASE WHEN extract(hour FROM t) < 12 THEN 'A.M.' ELSE 'P.M.' END, sample);
    WHEN 'AD', 'BC' THEN RETURN sys.case_like(CASE WHEN year < 0 THEN 'BC' ELSE 'AD' END, sample);
    WHEN 'A.D.', 'B.C.' THEN RETURN sys.case_like(CASE WHEN year < 0 THEN 'B.C.' ELSE 'A.D.' END, sample);
    WHEN 'X' THEN RETURN '.';
    ELSE NULL;
  END CASE;
  IF is_date THEN PERFORM sys.fail('ORA-01821: date format not recognized'); END IF;
  IF element = 'FF' THEN RETURN left(fraction, 6); END IF;
  IF element LIKE 'FF%' THEN RETURN left(fraction, substr(element, 3)::int); END IF;
  IF element = 'TZR' THEN RETURN zone; END IF;
  IF element IN ('TZH', 'TZM') THEN
    minutes := sys.zone_minutes(zone, t);
    RETURN CASE element WHEN 'TZH' THEN CASE WHEN minutes < 0 THEN '-' ELSE '+' END || lpad((abs(minutes) / 60)::text, 2, '0') ELSE lpad((abs(minutes) % 60)::text, 2, '0') END;
  END IF;
  PERFORM sys.fail('ORA-01821: date format not recognized');
  RETURN NULL;
END $$;

CREATE FUNCTION sys.to_char_datetime(t timestamp, model text, zone text, is_date boolean, nanoseconds text DEFAULT NULL) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  token text; upper_token text; output text := ''; piece text := ''; is_fill boolean := true; n numeric;
  fraction text := coalesce(nanoseconds, lpad(((extract(second FROM t) % 1) * 1000000000)::bigint::text, 9, '0'));
BEGIN
  IF t IS NULL OR model IS NULL THEN RETURN NULL; END IF;
  FOREACH token IN ARRAY sys.format_tokens(model) LOOP
    upper_token := upper(token);
    IF left(token, 1) = '"' THEN output := output || substr(token, 2, length(token) - 2);
    ELSIF upper_token = 'FM' THEN is_fill := NOT is_fill;
    ELSIF upper_token = 'FX' THEN NULL;
    ELSIF upper_token = 'TH' THEN
      output := output || sys.case_like(CASE WHEN (piece::int / 10) % 10 = 1 THEN 'TH' ELSE CASE piece::int % 10 WHEN 1 THEN 'ST' WHEN 2 THEN 'ND' WHEN 3 THEN 'RD' ELSE 'TH' END END, token);
    ELSIF upper_token IN ('SP', 'YEAR', 'SYEAR', 'DL', 'DS', 'TS', 'TZD', 'E') THEN PERFORM sys.fail('ORA-03001: unimplemented feature, not supported in the sandbox: format element ' || upper_token);
    ELSIF token ~ '^[-/,.;:[:space:]]$' THEN output := output || token;
    ELSE
      piece := sys.format_element(t, upper_token, token, is_fill, zone, is_date, fraction);
      output := output || piece;
    END IF;
  END LOOP;
  RETURN nullif(output, '');
END $$;
`
