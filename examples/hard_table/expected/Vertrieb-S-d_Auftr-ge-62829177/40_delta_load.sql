WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 40  Delta, statistics, comparison and grants of "Vertrieb S\00FCd"."Auftr\00E4ge_INT2"
-- Table    "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Why      what is ready before the cutover does not lengthen it: optimizer statistics, privileges,
--          the proof that the copy is right
-- Locks    library on "Vertrieb S\00FCd"."Auftr\00E4ge_INT2" (an instant per grant)
-- Needs    owner, or ANALYZE ANY and GRANT ANY OBJECT PRIVILEGE
-- Restart  run again: it goes on where it stopped
-- Undo     rollback/40_undo_delta_load.sql: revokes the grants on "Vertrieb
--          S\00FCd"."Auftr\00E4ge_INT2" and deletes its statistics, until the cutover (step 50),
--          after its undo again
-- Client   names or texts are not ASCII: set NLS_LANG=AMERICAN_AMERICA.AL32UTF8 before sqlplus
-- Made by  orapart 0.0.0, plan 9871e5fd, template core:40_delta_load.sql
-- ==============================================================================
-- Archived rows are rows: without this no statement of this session sees them.
ALTER SESSION SET ROW ARCHIVAL VISIBILITY = ALL;
PROMPT 40: no delta, statistics, comparison, grants
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '40 delta load');
END;
/

-- Guard. Until the cutover this file can be run any number of times.
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = :item'
      INTO l_value USING p_item;
    RETURN l_value;
  EXCEPTION
    WHEN no_such_table THEN
      RETURN NULL;
  END noted;
  FUNCTION table_id (p_name IN VARCHAR2) RETURN VARCHAR2 IS
    l_id VARCHAR2(40);
  BEGIN
    SELECT TO_CHAR(MAX(object_id)) INTO l_id FROM all_objects
     WHERE owner = 'Vertrieb Süd' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger "Vertrieb Süd"."ORAPART_Aufträge" does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '9871e5fda7b715b863fcdb9fe07e04cab41bf4eb7a64fb5c7a4f4291ea39722e' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 9871e5fd. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-30') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 30 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('Aufträge') IS NULL OR table_id('Aufträge') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: "Vertrieb Süd"."Aufträge" has object id '
      || NVL(table_id('Aufträge'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('Aufträge_INT2') IS NULL OR table_id('Aufträge_INT2') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: "Vertrieb Süd"."Aufträge_INT2" has object id '
      || NVL(table_id('Aufträge_INT2'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: "Vertrieb Süd"."Aufträge_INT2" is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
END;
/

-- 40.1  No delta: delta_sync is none, "Vertrieb S\00FCd"."Auftr\00E4ge" has been READ ONLY since step 10.

-- 40.2  Statistics, with the histograms of the original asked for by name: a new table has no column usage for SIZE AUTO to go by.
BEGIN
  DBMS_STATS.GATHER_TABLE_STATS(
    ownname       => '"Vertrieb Süd"',
    tabname       => '"Aufträge_INT2"',
    method_opt    => 'FOR ALL COLUMNS SIZE 1 FOR COLUMNS "Menge" SIZE 254, STATUS SIZE 254',
    granularity   => 'AUTO',
    degree        => 4,
    cascade       => TRUE,
    no_invalidate => FALSE,
    force         => TRUE);
END;
/
-- The original's statistics are locked: so are the new ones.
BEGIN
  DBMS_STATS.LOCK_TABLE_STATS('"Vertrieb Süd"', '"Aufträge_INT2"');
END;
/

-- 40.3  The exact comparison again, of both tables as they are now: nobody may have touched either since the load.
DECLARE
  l_scn         NUMBER;
  l_differences PLS_INTEGER := 0;
BEGIN
  FOR difference IN (
    SELECT slot, SUM(side) AS rows_more
      FROM (
            SELECT /*+ PARALLEL(t, 4) */ 1 AS side,
                   TO_CHAR(TRUNC(t."gebucht am", 'MM'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t."Auftrag Nr", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."gebucht am", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Menge", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Preis", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.WHOLE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ROUNDED, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TINY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.RATIO, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REAL_RATIO, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MASS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.VOLUME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_0, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_3, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_6, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_9, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SIGNED_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SEEN_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TERM, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LEAD_TIME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Kürzel", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CODE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Name", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.STATUS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REMARK, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REGION, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LANGUAGE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CITY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.IBAN, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TOKEN, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SEAL, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SOURCE_ROW, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REMOTE_ROW, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.LETTER IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.LETTER) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.LETTER, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.LETTER) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.LETTER_N IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.LETTER_N) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.LETTER_N, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.LETTER_N) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.SCAN IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.SCAN) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || RAWTOHEX(STANDARD_HASH(DBMS_LOB.SUBSTR(t.SCAN, 2000, (LEVEL - 1) * 2000 + 1), 'MD5')), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.SCAN) / 2000)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.OLD_NOTE IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.OLD_NOTE) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.OLD_NOTE, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.OLD_NOTE) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.SECRET IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.SECRET) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || RAWTOHEX(STANDARD_HASH(DBMS_LOB.SUBSTR(t.SECRET, 2000, (LEVEL - 1) * 2000 + 1), 'MD5')), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.SECRET) / 2000)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.DOC IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.DOC) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.DOC, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.DOC) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Kunde", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Lager", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CURRENCY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Vorgänger Nr", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Vorgänger Tag", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.BRANCH, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CLERK, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SHIFT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Interna", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ORA_ARCHIVE_STATE, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM "Vertrieb Süd"."Aufträge" t
            UNION ALL
            SELECT /*+ PARALLEL(t, 4) */ -1 AS side,
                   TO_CHAR(TRUNC(t."gebucht am", 'MM'), 'YYYY-MM-DD') AS slot,
                   TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(
                        RAWTOHEX(STANDARD_HASH(t."Auftrag Nr", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."gebucht am", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Menge", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Preis", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.WHOLE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ROUNDED, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TINY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.RATIO, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REAL_RATIO, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MASS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.VOLUME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_0, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_3, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_6, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.MOMENT_9, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SIGNED_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SEEN_AT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TERM, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LEAD_TIME, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Kürzel", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CODE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Name", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.STATUS, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REMARK, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REGION, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.LANGUAGE, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CITY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.IBAN, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.TOKEN, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SEAL, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SOURCE_ROW, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.REMOTE_ROW, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.LETTER IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.LETTER) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.LETTER, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.LETTER) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.LETTER_N IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.LETTER_N) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.LETTER_N, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.LETTER_N) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.SCAN IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.SCAN) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || RAWTOHEX(STANDARD_HASH(DBMS_LOB.SUBSTR(t.SCAN, 2000, (LEVEL - 1) * 2000 + 1), 'MD5')), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.SCAN) / 2000)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.OLD_NOTE IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.OLD_NOTE) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.OLD_NOTE, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.OLD_NOTE) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.SECRET IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.SECRET) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || RAWTOHEX(STANDARD_HASH(DBMS_LOB.SUBSTR(t.SECRET, 2000, (LEVEL - 1) * 2000 + 1), 'MD5')), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.SECRET) / 2000)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(CASE WHEN t.DOC IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.DOC) || ':' || (
                          SELECT SUM(TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(LEVEL || ':'
                            || DBMS_LOB.SUBSTR(t.DOC, 900, (LEVEL - 1) * 900 + 1), 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX'))
                            FROM dual CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.DOC) / 900)) END, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Kunde", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Lager", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CURRENCY, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Vorgänger Nr", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Vorgänger Tag", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.BRANCH, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.CLERK, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.SHIFT, 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t."Interna", 'MD5'))
                     || RAWTOHEX(STANDARD_HASH(t.ORA_ARCHIVE_STATE, 'MD5'))
                   , 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX') AS row_hash
              FROM "Vertrieb Süd"."Aufträge_INT2" t
           )
     GROUP BY slot
    HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0
     ORDER BY slot
  ) LOOP
    l_differences := l_differences + 1;
    IF l_differences <= 20 THEN
      DBMS_OUTPUT.PUT_LINE('differs: month from ' || difference.slot
        || ', rows more in Aufträge: ' || difference.rows_more);
    END IF;
  END LOOP;
  IF l_differences > 0 THEN
    RAISE_APPLICATION_ERROR(-20601, 'OP601 rows-differ: ' || l_differences || ' part(s) of "Vertrieb Süd"."Aufträge" and "Vertrieb Süd"."Aufträge_INT2" differ; the first 20 are listed above.'
      || ' Nothing was swapped. Run rollback/20_undo_data_load.sql, then master1.sql.');
  END IF;
  DBMS_OUTPUT.PUT_LINE('equal: "Vertrieb Süd"."Aufträge" and "Vertrieb Süd"."Aufträge_INT2", every row, 48 columns');
END;
/

-- 40.4  Grants follow the object, not the name: they are given on the interim table before the cutover, so that nobody meets ORA-00942.
GRANT SELECT, INSERT ON "Vertrieb Süd"."Aufträge_INT2" TO VERTRIEB_APP;
GRANT REFERENCES ON "Vertrieb Süd"."Aufträge_INT2" TO "Faktura";
GRANT SELECT ON "Vertrieb Süd"."Aufträge_INT2" TO REVISOR WITH HIERARCHY OPTION WITH GRANT OPTION;
GRANT UPDATE ("Name") ON "Vertrieb Süd"."Aufträge_INT2" TO REVISOR WITH GRANT OPTION;
GRANT REFERENCES (TOKEN) ON "Vertrieb Süd"."Aufträge_INT2" TO REVISOR;
GRANT READ ON "Vertrieb Süd"."Aufträge_INT2" TO PUBLIC;
GRANT SELECT ON "Vertrieb Süd"."Aufträge_INT2" TO "Rolle der Sachbearbeiter";

-- Proof: statistics are there, every grant is there, every policy is there.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
  FUNCTION count_grants (p_table IN VARCHAR2, p_grantee IN VARCHAR2, p_privilege IN VARCHAR2, p_column IN VARCHAR2,
    p_grantable IN VARCHAR2) RETURN PLS_INTEGER
  IS
    l_count PLS_INTEGER;
    l_views VARCHAR2(4) := CASE WHEN USER = 'Vertrieb Süd' THEN 'all_' ELSE 'dba_' END;
    l_owner VARCHAR2(12) := CASE WHEN USER = 'Vertrieb Süd' THEN 'table_schema' ELSE 'owner' END;
  BEGIN
    EXECUTE IMMEDIATE
      'SELECT COUNT(*) FROM (SELECT ' || l_owner || ' AS owner, table_name, grantee, privilege, ''*'' AS column_name, grantable FROM ' || l_views
      || 'tab_privs UNION ALL SELECT ' || l_owner || ', table_name, grantee, privilege, column_name, grantable FROM ' || l_views || 'col_privs)'
      || ' WHERE owner = :owner AND table_name = :name AND grantee = :grantee AND privilege = :privilege AND column_name = :column_name'
      || ' AND grantable IN (:grantable, ''YES'')'
      INTO l_count USING 'Vertrieb Süd', p_table, p_grantee, p_privilege, p_column, p_grantable;
    RETURN l_count;
  END count_grants;
BEGIN
  FOR found IN (
    SELECT 'no statistics were gathered' AS text
      FROM all_tables
     WHERE owner = 'Vertrieb Süd'
       AND table_name = 'Aufträge_INT2'
       AND last_analyzed IS NULL
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 3 are planned'
      FROM all_policies
     WHERE object_owner = 'Vertrieb Süd'
       AND object_name = 'Aufträge_INT2'
    HAVING COUNT(*) <> 3
  ) LOOP
    wrong(found.text);
  END LOOP;
  FOR planned IN (
    SELECT 'VERTRIEB_APP' AS grantee, 'SELECT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'VERTRIEB_APP' AS grantee, 'INSERT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'Faktura' AS grantee, 'REFERENCES' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'REVISOR' AS grantee, 'SELECT' AS privilege,
           '*' AS column_name, 'YES' AS grantable FROM dual UNION ALL
    SELECT 'REVISOR' AS grantee, 'UPDATE' AS privilege,
           'Name' AS column_name, 'YES' AS grantable FROM dual UNION ALL
    SELECT 'REVISOR' AS grantee, 'REFERENCES' AS privilege,
           'TOKEN' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'PUBLIC' AS grantee, 'READ' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual UNION ALL
    SELECT 'Rolle der Sachbearbeiter' AS grantee, 'SELECT' AS privilege,
           '*' AS column_name, 'NO' AS grantable FROM dual
  ) LOOP
    IF count_grants('Aufträge_INT2', planned.grantee, planned.privilege, planned.column_name, planned.grantable) = 0 THEN
      wrong('grant ' || planned.privilege || ' to ' || planned.grantee || ' is missing or without its grant option');
    END IF;
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong
      || ' thing(s) of "Vertrieb Süd"."Aufträge_INT2" are not as planned, listed above.'
      || ' Mend them and run this file again, or run rollback/40_undo_delta_load.sql.');
  END IF;
  DELETE FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = 'step-40';
  INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
  VALUES ('step-40', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('40: OK, "Vertrieb Süd"."Aufträge_INT2" is ready for the cutover');
END;
/
