// Arithmetic of NUMBER: at most 20 digits to the base 100, division by zero is ORA-01476, text without a leading zero.

export const numbersSql = String.raw`
CREATE FUNCTION sys.fit(x numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE digits text; whole text; fraction text; places int;
BEGIN
  IF x = 0 THEN RETURN 0; END IF;
  IF scale(x) = 0 AND abs(x) < 1e38 THEN RETURN x; END IF;
  IF abs(x) >= 1e126 THEN PERFORM sys.fail('ORA-01426: numeric overflow'); END IF;
  digits := abs(x)::text;
  whole := split_part(digits, '.', 1);
  IF whole <> '0' THEN places := 38 - 2 * ((length(whole) - 1) / 2);
  ELSE
    fraction := split_part(digits, '.', 2);
    places := 40 + 2 * ((length(fraction) - length(ltrim(fraction, '0'))) / 2);
  END IF;
  RETURN trim_scale(round(x, places));
END $$;

CREATE FUNCTION sys.div(a numeric, b numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE q numeric;
BEGIN
  IF b = 0 THEN PERFORM sys.fail('ORA-01476: divisor is equal to zero'); END IF;
  q := a / b;
  IF q * b = a THEN RETURN sys.fit(trim_scale(q)); END IF;
  RETURN sys.fit((a * 1.00000000000000000000000000000000000000000000000000000000000000000000000000000000000) / b);
END $$;

CREATE FUNCTION sys.num_text(x numeric) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE plain text; mantissa text; exponent int;
BEGIN
  plain := trim_scale(x)::text;
  IF position('.' in plain) > 0 THEN
    IF left(plain, 2) = '0.' THEN plain := substr(plain, 2); ELSIF left(plain, 3) = '-0.' THEN plain := '-' || substr(plain, 3); END IF;
  END IF;
  IF length(ltrim(plain, '-')) <= 40 THEN RETURN plain; END IF;
  exponent := floor(log(abs(x)))::int;
  mantissa := trim_scale(round(abs(x) / (10::numeric ^ exponent), CASE WHEN exponent < 0 OR exponent > 99 THEN 34 ELSE 34 END))::text;
  RETURN CASE WHEN x < 0 THEN '-' ELSE '' END || mantissa || 'E' || CASE WHEN exponent < 0 THEN '-' ELSE '+' END || lpad(abs(exponent)::text, 2, '0');
END $$;

CREATE FUNCTION sys.to_num(t text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF t !~ '^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$' THEN PERFORM sys.fail('ORA-01722: invalid number'); END IF;
  RETURN sys.fit(trim(t)::numeric);
END $$;

CREATE FUNCTION sys.double_text(x float8) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE mantissa text; exponent int;
BEGIN
  IF x = 'NaN' THEN RETURN 'Nan'; ELSIF x = 'Infinity' THEN RETURN 'Inf'; ELSIF x = '-Infinity' THEN RETURN '-Inf'; ELSIF x = 0 THEN RETURN '0'; END IF;
  mantissa := to_char(x, '9.9999999999999999EEEE');
  exponent := split_part(mantissa, 'e', 2)::int;
  RETURN ltrim(split_part(mantissa, 'e', 1)) || 'E' || CASE WHEN exponent < 0 THEN '-' ELSE '+' END || lpad(abs(exponent)::text, 3, '0');
END $$;

CREATE FUNCTION sys.modulo(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT CASE WHEN b = 0 THEN a ELSE a % b END $$;

CREATE FUNCTION sys.remainder(a numeric, b numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE quotient numeric; nearest numeric;
BEGIN
  IF b = 0 THEN PERFORM sys.fail('ORA-01476: divisor is equal to zero'); END IF;
  quotient := (a * 1.0000000000000000000000000000000000000000) / b;
  nearest := round(quotient);
  IF abs(quotient - trunc(quotient)) = 0.5 AND nearest % 2 <> 0 THEN nearest := nearest - sign(quotient); END IF;
  RETURN a - b * nearest;
END $$;

CREATE FUNCTION sys.power(a numeric, b numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF a < 0 AND b <> trunc(b) THEN PERFORM sys.fail('ORA-01428: argument ''' || sys.num_text(a) || ''' is out of range'); END IF;
  IF a = 0 AND b < 0 THEN PERFORM sys.fail('ORA-01428: argument ''0'' is out of range'); END IF;
  RETURN sys.fit(power(a * 1.0000000000000000000000000000000000000000000000, b));
END $$;

CREATE FUNCTION sys.real_function(name text, a numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF (name = 'SQRT' AND a < 0) OR (name = 'LN' AND a <= 0) OR (name IN ('ASIN', 'ACOS') AND abs(a) > 1) THEN
    PERFORM sys.fail('ORA-01428: argument ''' || sys.num_text(a) || ''' is out of range');
  END IF;
  RETURN sys.fit(CASE name WHEN 'SQRT' THEN sqrt(a * 1.0000000000000000000000000000000000000000) WHEN 'LN' THEN ln(a * 1.0000000000000000000000000000000000000000)
    WHEN 'EXP' THEN exp(a * 1.0000000000000000000000000000000000000000)
    WHEN 'SIN' THEN sin(a::float8)::numeric WHEN 'COS' THEN cos(a::float8)::numeric WHEN 'TAN' THEN tan(a::float8)::numeric
    WHEN 'ASIN' THEN asin(a::float8)::numeric WHEN 'ACOS' THEN acos(a::float8)::numeric WHEN 'ATAN' THEN atan(a::float8)::numeric
    WHEN 'SINH' THEN sinh(a::float8)::numeric WHEN 'COSH' THEN cosh(a::float8)::numeric WHEN 'TANH' THEN tanh(a::float8)::numeric END);
END $$;

CREATE FUNCTION sys.logarithm(a numeric, b numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF a <= 0 OR a = 1 OR b <= 0 THEN PERFORM sys.fail('ORA-01428: argument ''' || sys.num_text(CASE WHEN b <= 0 THEN b ELSE a END) || ''' is out of range'); END IF;
  RETURN sys.fit(log(a * 1.0000000000000000000000000000000000000000, b * 1.0000000000000000000000000000000000000000));
END $$;

CREATE FUNCTION sys.width_bucket(x numeric, low numeric, high numeric, buckets numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT width_bucket(x, low, high, buckets::int)::numeric $$;

-- FLOAT(b): binary digits; Oracle rounds to ceil(b * 0.30103) decimal digits.
CREATE FUNCTION sys.fit_float(x numeric, digits int) RETURNS numeric LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE whole text; fraction text;
BEGIN
  IF x = 0 THEN RETURN 0; END IF;
  whole := split_part(abs(x)::text, '.', 1);
  IF whole <> '0' THEN RETURN round(x, digits - length(whole)); END IF;
  fraction := split_part(abs(x)::text, '.', 2);
  RETURN round(x, digits + length(fraction) - length(ltrim(fraction, '0')));
END $$;
`
