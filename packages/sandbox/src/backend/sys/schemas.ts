// Schemas and how Oracle's errors are raised from PostgreSQL.

/** `sys`: functions. `d`: tables of users. `x`: rows of dictionary views. `o_object`: the stored catalog. SQLSTATE OR001: the message is Oracle's. */
export const schemasSql = String.raw`
CREATE SCHEMA sys; CREATE SCHEMA d; CREATE SCHEMA x;
CREATE TABLE sys.o_object (id bigint PRIMARY KEY, kind text NOT NULL, body text NOT NULL);

CREATE FUNCTION sys.fail(message text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN RAISE EXCEPTION '%', message USING ERRCODE = 'OR001'; END $$;
`
