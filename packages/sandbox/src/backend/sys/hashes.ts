// Oracle's bytes of a value, STANDARD_HASH, ORA_HASH. ORA_HASH is that of /oracle-rules (five published values); STANDARD_HASH of datetimes and NUMBER hashes
// the stored bytes [assumed].

export const hashesSql = String.raw`
CREATE FUNCTION sys.number_bytes(x numeric) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  digits text; whole text; fraction text; exponent int; output text := ''; is_negative boolean := x < 0; pair int; size int; pairs int;
BEGIN
  IF x = 0 THEN RETURN '\x80'; END IF;
  digits := trim_scale(abs(x))::text;
  whole := split_part(digits, '.', 1); fraction := split_part(digits, '.', 2);
  IF whole = '0' THEN whole := ''; END IF;
  IF length(whole) % 2 = 1 THEN whole := '0' || whole; END IF;
  IF length(fraction) % 2 = 1 THEN fraction := fraction || '0'; END IF;
  exponent := length(whole) / 2 - 1;
  digits := whole || fraction;
  WHILE left(digits, 2) = '00' LOOP digits := substr(digits, 3); exponent := exponent - 1; END LOOP;
  WHILE right(digits, 2) = '00' LOOP digits := left(digits, -2); END LOOP;
  pairs := least(length(digits) / 2, 20);
  output := to_hex(CASE WHEN is_negative THEN 62 - exponent ELSE 193 + exponent END);
  IF length(output) = 1 THEN output := '0' || output; END IF;
  FOR i IN 1 .. pairs LOOP
    pair := substr(digits, i * 2 - 1, 2)::int;
    output := output || lpad(to_hex(CASE WHEN is_negative THEN 101 - pair ELSE pair + 1 END), 2, '0');
  END LOOP;
  IF is_negative AND pairs < 20 THEN output := output || '66'; END IF;
  RETURN decode(output, 'hex');
END $$;

CREATE FUNCTION sys.date_bytes(t timestamp) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT decode(lpad(to_hex(extract(year FROM t)::int / 100 + 100), 2, '0') || lpad(to_hex(extract(year FROM t)::int % 100 + 100), 2, '0') || lpad(to_hex(extract(month FROM t)::int), 2, '0')
  || lpad(to_hex(extract(day FROM t)::int), 2, '0') || lpad(to_hex(extract(hour FROM t)::int + 1), 2, '0') || lpad(to_hex(extract(minute FROM t)::int + 1), 2, '0')
  || lpad(to_hex(floor(extract(second FROM t))::int + 1), 2, '0'), 'hex') $$;

CREATE FUNCTION sys.timestamp_bytes(t timestamp) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT sys.date_bytes(t) || CASE WHEN extract(second FROM t) % 1 = 0 THEN ''::bytea ELSE decode(lpad(to_hex(((extract(second FROM t) % 1) * 1000000000)::bigint), 8, '0'), 'hex') END $$;

CREATE FUNCTION sys.date_hash_bytes(t timestamp) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT decode(lpad(to_hex(extract(year FROM t)::int & 255), 2, '0') || lpad(to_hex(extract(year FROM t)::int >> 8), 2, '0') || lpad(to_hex(extract(month FROM t)::int), 2, '0')
  || lpad(to_hex(extract(day FROM t)::int), 2, '0') || lpad(to_hex(extract(hour FROM t)::int), 2, '0') || lpad(to_hex(extract(minute FROM t)::int), 2, '0')
  || lpad(to_hex(floor(extract(second FROM t))::int), 2, '0') || '00', 'hex') $$;

CREATE FUNCTION sys.sha1(b bytea) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  m bytea; h0 bigint := 1732584193; h1 bigint := 4023233417; h2 bigint := 2562383102; h3 bigint := 271733878; h4 bigint := 3285377520;
  a bigint; c bigint; d bigint; e bigint; bb bigint; f bigint; k bigint; t bigint; w bigint[]; size bigint := length(b); mask bigint := 4294967295;
BEGIN
  m := b || '\x80'::bytea || decode(repeat('00', ((119 - (size % 64)) % 64)::int), 'hex') || decode(lpad(to_hex(size * 8), 16, '0'), 'hex');
  FOR block IN 0 .. length(m) / 64 - 1 LOOP
    FOR i IN 0 .. 15 LOOP
      w[i] := (get_byte(m, block * 64 + i * 4)::bigint << 24) | (get_byte(m, block * 64 + i * 4 + 1) << 16) | (get_byte(m, block * 64 + i * 4 + 2) << 8) | get_byte(m, block * 64 + i * 4 + 3);
    END LOOP;
    FOR i IN 16 .. 79 LOOP
      t := w[i - 3] # w[i - 8] # w[i - 14] # w[i - 16];
      w[i] := ((t << 1) | (t >> 31)) & mask;
    END LOOP;
    a := h0; bb := h1; c := h2; d := h3; e := h4;
    FOR i IN 0 .. 79 LOOP
      IF i < 20 THEN f := (bb & c) | ((mask - bb) & d); k := 1518500249;
      ELSIF i < 40 THEN f := bb # c # d; k := 1859775393;
      ELSIF i < 60 THEN f := (bb & c) | (bb & d) | (c & d); k := 2400959708;
      ELSE f := bb # c # d; k := 3395469782; END IF;
      t := ((((a << 5) | (a >> 27)) & mask) + f + e + k + w[i]) & mask;
      e := d; d := c; c := ((bb << 30) | (bb >> 2)) & mask; bb := a; a := t;
    END LOOP;
    h0 := (h0 + a) & mask; h1 := (h1 + bb) & mask; h2 := (h2 + c) & mask; h3 := (h3 + d) & mask; h4 := (h4 + e) & mask;
  END LOOP;
  RETURN decode(lpad(to_hex(h0), 8, '0') || lpad(to_hex(h1), 8, '0') || lpad(to_hex(h2), 8, '0') || lpad(to_hex(h3), 8, '0') || lpad(to_hex(h4), 8, '0'), 'hex');
END $$;

CREATE FUNCTION sys.standard_hash(b bytea, method text) RETURNS bytea LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE bytes bytea := coalesce(b, ''::bytea);
BEGIN
  CASE upper(method)
    WHEN 'MD5' THEN RETURN decode(md5(bytes), 'hex');
    WHEN 'SHA1' THEN RETURN sys.sha1(bytes);
    WHEN 'SHA256' THEN RETURN sha256(bytes);
    WHEN 'SHA384' THEN RETURN sha384(bytes);
    WHEN 'SHA512' THEN RETURN sha512(bytes);
    ELSE PERFORM sys.fail('ORA-12850: invalid hash algorithm');
  END CASE;
  RETURN NULL;
END $$;

CREATE FUNCTION sys.hash_word(b bytea, at int) RETURNS bigint LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE size int := length(b); result bigint := 0;
BEGIN
  IF at < size THEN result := get_byte(b, at); END IF;
  IF at + 1 < size THEN result := result | (get_byte(b, at + 1)::bigint << 8); END IF;
  IF at + 2 < size THEN result := result | (get_byte(b, at + 2)::bigint << 16); END IF;
  IF at + 3 < size THEN result := result | (get_byte(b, at + 3)::bigint << 24); END IF;
  RETURN result;
END $$;

CREATE FUNCTION sys.ora_hash(bytes bytea, buckets numeric, seed numeric) RETURNS numeric LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE n bigint; a bigint := 2654435769; b bigint := 2654435769; c bigint := 2654435769; d bigint := seed::bigint; rest int; at int := 0; k bigint := 4294967295;
BEGIN
  IF bytes IS NULL THEN RETURN 0; END IF;
  n := length(bytes); rest := n;
  WHILE rest >= 0 LOOP
    d := (d + CASE WHEN rest >= 16 THEN sys.hash_word(bytes, at + 12) ELSE ((sys.hash_word(bytes, at + 12) << 8) & k) + n END) & k;
    a := (a + sys.hash_word(bytes, at)) & k; b := (b + sys.hash_word(bytes, at + 4)) & k; c := (c + sys.hash_word(bytes, at + 8)) & k;
    a := (a + d) & k; d := (d + a) & k; a := a # (a >> 7);
    b := (b + a) & k; a := (a + b) & k; b := b # ((b << 13) & k);
    c := (c + b) & k; b := (b + c) & k; c := c # (c >> 17);
    d := (d + c) & k; c := (c + d) & k; d := d # ((d << 9) & k);
    a := (a + d) & k; d := (d + a) & k; a := a # (a >> 3);
    b := (b + a) & k; a := (a + b) & k; b := b # ((b << 7) & k);
    c := (c + b) & k; b := (b + c) & k; c := c # (c >> 15);
    d := (d + c) & k; c := (c + d) & k; d := d # ((d << 11) & k);
    at := at + 16; rest := rest - 16;
  END LOOP;
  RETURN (d % (buckets::bigint + 1))::numeric;
END $$;

CREATE FUNCTION sys.hash_place(hash numeric, places bigint, power bigint) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT (CASE WHEN (hash::bigint & (power - 1)) >= places THEN (hash::bigint & (power - 1)) - power / 2 ELSE hash::bigint & (power - 1) END)::int $$;
`
