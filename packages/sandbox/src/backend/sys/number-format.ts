// TO_CHAR and TO_NUMBER with a number format model. [documented: Format Models, SQL Language Reference]

export const numberFormatSql = String.raw`
CREATE FUNCTION sys.number_characters(nls text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce(substring(upper(nls) from 'NLS_NUMERIC_CHARACTERS\s*=\s*''?(..)'), '.,') $$;

CREATE FUNCTION sys.to_char_number(x numeric, model text, nls text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  f text := upper(model); is_fill boolean := true; marks text := sys.number_characters(nls);
  sign_place text := 'lead'; whole_model text; fraction_model text; body text; digits text; fraction text; places int;
  shown numeric; at int; next int; c text; output text := ''; is_started boolean := false; zero_at int; needed int; prefix text := ''; width int; is_empty boolean;
BEGIN
  IF x IS NULL OR model IS NULL THEN RETURN NULL; END IF;
  IF left(f, 2) = 'FM' THEN is_fill := false; f := substr(f, 3); END IF;
  IF f LIKE 'TM%' THEN RETURN replace(sys.num_text(x), '.', left(marks, 1)); END IF;
  IF f ~ '^0*X+$' THEN
    IF x < 0 OR round(x) > 9223372036854775807 THEN RETURN repeat('#', length(f) + 1); END IF;
    digits := to_hex(round(x)::bigint);
    IF left(f, 1) = '0' THEN digits := lpad(digits, length(f), '0'); END IF;
    IF length(digits) > length(f) THEN RETURN repeat('#', length(f) + 1); END IF;
    IF substr(model, length(model), 1) = 'X' THEN digits := upper(digits); END IF;
    RETURN CASE WHEN is_fill THEN lpad(digits, length(f) + 1) ELSE digits END;
  END IF;
  IF f ~ '[^0-9.,DGSMIPRVBEL$]' OR f !~ '^([S$BL]*[09.,DG]+(EEEE|V9+)?[$]?(MI|PR|S)?)$' THEN PERFORM sys.fail('ORA-01481: invalid number format model'); END IF;
  IF f LIKE '%EEEE' THEN
    body := btrim(to_char(x, replace(f, 'D', '.')));
    RETURN CASE WHEN is_fill THEN lpad(replace(upper(body), 'E', 'E'), length(f) + 2) ELSE upper(body) END;
  END IF;
  IF f LIKE '%MI' THEN sign_place := 'mi'; f := left(f, -2); ELSIF f LIKE '%PR' THEN sign_place := 'pr'; f := left(f, -2);
  ELSIF f LIKE '%S' THEN sign_place := 'trail'; f := left(f, -1); ELSIF f LIKE 'S%' THEN sign_place := 's'; f := substr(f, 2); END IF;
  IF f LIKE '%$%' OR f LIKE 'L%' THEN prefix := '$'; f := replace(replace(f, '$', ''), 'L', ''); END IF;
  is_empty := f LIKE 'B%'; f := replace(f, 'B', '');
  IF f LIKE '%V%' THEN shown := x * 10 ^ length(split_part(f, 'V', 2)); f := replace(f, 'V', ''); ELSE shown := x; END IF;
  next := CASE WHEN f ~ '[.D]' THEN regexp_instr(f, '[.D]') ELSE length(f) + 1 END;
  whole_model := left(f, next - 1); fraction_model := substr(f, next + 1);
  places := length(fraction_model);
  shown := round(shown, places);
  digits := split_part(abs(shown)::text, '.', 1); fraction := split_part(abs(shown)::text, '.', 2);
  IF digits = '0' AND (length(translate(whole_model, ',G', '')) = 0 OR places > 0) THEN digits := ''; END IF;
  needed := length(translate(whole_model, ',G', ''));
  width := length(f) + length(prefix) + CASE sign_place WHEN 'pr' THEN 2 ELSE 1 END;
  IF length(digits) > needed THEN RETURN repeat('#', width); END IF;
  zero_at := position('0' in translate(whole_model, ',G', ''));
  digits := lpad(digits, needed, ' ');
  at := 0;
  FOR i IN 1 .. length(whole_model) LOOP
    c := substr(whole_model, i, 1);
    IF c IN (',', 'G') THEN output := output || CASE WHEN is_started THEN CASE WHEN c = 'G' THEN right(marks, 1) ELSE ',' END ELSE ' ' END;
    ELSE
      at := at + 1;
      IF substr(digits, at, 1) <> ' ' THEN is_started := true; output := output || substr(digits, at, 1);
      ELSIF zero_at > 0 AND at >= zero_at THEN is_started := true; output := output || '0';
      ELSE output := output || ' '; END IF;
    END IF;
  END LOOP;
  IF next <= length(f) THEN
    IF NOT is_fill THEN
      at := length(fraction_model);
      WHILE at > 0 AND substr(fraction_model, at, 1) = '9' AND substr(fraction, at, 1) = '0' LOOP at := at - 1; END LOOP;
      fraction := left(fraction, at);
    END IF;
    output := output || CASE WHEN substr(f, next, 1) = 'D' THEN left(marks, 1) ELSE '.' END || fraction;
  END IF;
  IF is_empty AND shown = 0 THEN RETURN CASE WHEN is_fill THEN repeat(' ', width) END; END IF;
  body := prefix || ltrim(output);
  IF body IN ('', '.') AND shown = 0 AND places = 0 THEN body := '0'; END IF;
  body := CASE sign_place
    WHEN 'lead' THEN CASE WHEN shown < 0 THEN '-' ELSE '' END || body
    WHEN 's' THEN CASE WHEN shown < 0 THEN '-' ELSE '+' END || body
    WHEN 'trail' THEN body || CASE WHEN shown < 0 THEN '-' ELSE '+' END
    WHEN 'mi' THEN body || CASE WHEN shown < 0 THEN '-' WHEN is_fill THEN ' ' ELSE '' END
    ELSE CASE WHEN shown < 0 THEN '<' || body || '>' WHEN is_fill THEN ' ' || body || ' ' ELSE body END END;
  RETURN CASE WHEN is_fill THEN lpad(body, width) ELSE body END;
END $$;

CREATE FUNCTION sys.hex_number(t text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE result numeric := 0; rest text := t;
BEGIN
  IF t !~ '^[0-9a-fA-F]+$' THEN PERFORM sys.fail('ORA-01722: invalid number'); END IF;
  IF length(t) <= 15 THEN RETURN (('x' || lpad(t, 16, '0'))::bit(64)::bigint)::numeric; END IF;
  WHILE rest <> '' LOOP
    result := result * (16::numeric ^ least(8, length(rest))) + (('x' || lpad(left(rest, 8), 16, '0'))::bit(64)::bigint);
    rest := substr(rest, 9);
  END LOOP;
  RETURN trunc(result);
END $$;

CREATE FUNCTION sys.to_number_model(t text, model text, nls text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE f text := regexp_replace(upper(model), '^FM', ''); plain text; marks text := sys.number_characters(nls); is_negative boolean := false; whole text;
BEGIN
  IF t IS NULL OR model IS NULL THEN RETURN NULL; END IF;
  IF f ~ '^0*X+$' THEN
    IF length(t) > length(f) THEN PERFORM sys.fail('ORA-01722: invalid number'); END IF;
    RETURN sys.hex_number(t);
  END IF;
  IF f LIKE 'TM%' THEN RETURN sys.to_num(replace(t, left(marks, 1), '.')); END IF;
  IF f !~ '^([S$BL]*[09.,DG]+(EEEE)?[$]?(MI|PR|S)?)$' THEN PERFORM sys.fail('ORA-01481: invalid number format model'); END IF;
  plain := btrim(t);
  IF f LIKE '%MI' OR f LIKE '%S' THEN is_negative := right(plain, 1) = '-'; plain := rtrim(plain, '+- '); f := regexp_replace(f, '(MI|S)$', ''); END IF;
  IF f LIKE '%PR' THEN is_negative := left(plain, 1) = '<'; plain := btrim(plain, '<>'); f := left(f, -2); END IF;
  IF left(plain, 1) IN ('-', '+') THEN is_negative := left(plain, 1) = '-'; plain := substr(plain, 2); END IF;
  f := ltrim(f, 'S'); plain := replace(plain, '$', ''); f := translate(f, '$LB', '');
  plain := replace(plain, CASE WHEN f LIKE '%G%' THEN right(marks, 1) ELSE ',' END, '');
  plain := replace(plain, CASE WHEN f LIKE '%D%' THEN left(marks, 1) ELSE '.' END, '.');
  f := translate(translate(f, 'D', '.'), ',G', '');
  whole := split_part(plain, '.', 1);
  IF f NOT LIKE '%EEEE' AND (plain !~ '^\d*\.?\d*$' OR length(whole) > length(split_part(f, '.', 1)) OR length(split_part(plain, '.', 2)) > length(split_part(f, '.', 2)) OR (plain LIKE '%.%' AND f NOT LIKE '%.%')) THEN
    PERFORM sys.fail('ORA-01722: invalid number');
  END IF;
  RETURN CASE WHEN is_negative THEN -sys.to_num(plain) ELSE sys.to_num(plain) END;
END $$;
`
