WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 0  Preflight of "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Table    "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Why      everything that would stop the migration later is found now, all at once
-- Locks    none
-- Needs    owner, or SELECT_CATALOG_ROLE, what it may not see is reported as not checked
-- Restart  run again, as often as needed
-- Undo     none needed: it only reads
-- Client   names or texts are not ASCII: set NLS_LANG=AMERICAN_AMERICA.AL32UTF8 before sqlplus
-- Made by  orapart 0.0.0, plan 9871e5fd, template core:00_preflight.sql
-- ==============================================================================
-- Archived rows are rows: without this no statement of this session sees them.
ALTER SESSION SET ROW ARCHIVAL VISIBILITY = ALL;
PROMPT 00: preflight of "Vertrieb S\00FCd"."Auftr\00E4ge", reads only
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '00 preflight');
END;
/
DECLARE
  l_errors   PLS_INTEGER := 0;
  l_warnings PLS_INTEGER := 0;
  l_stage    VARCHAR2(10);
  l_count    NUMBER;
  l_text     VARCHAR2(4000);
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
  FUNCTION is_read_only (p_name IN VARCHAR2) RETURN BOOLEAN IS
    l_state VARCHAR2(30);
  BEGIN
    SELECT MAX(read_only) INTO l_state FROM all_tables
     WHERE owner = 'Vertrieb Süd' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'Vertrieb Süd', p_name;
    END IF;
    RETURN NVL(l_state, 'NO') = 'YES';
  END is_read_only;
  PROCEDURE finding (p_severity IN VARCHAR2, p_code IN VARCHAR2, p_text IN VARCHAR2) IS
  BEGIN
    DBMS_OUTPUT.PUT_LINE(RPAD(p_severity, 8) || p_code || ': ' || p_text);
    IF p_severity = 'error' THEN
      l_errors := l_errors + 1;
    ELSIF p_severity = 'warning' THEN
      l_warnings := l_warnings + 1;
    END IF;
  END finding;
BEGIN
  -- Which master is to come is in the ledger, not in the caller's words.
  IF noted('plan') IS NOT NULL AND noted('plan') <> '9871e5fda7b715b863fcdb9fe07e04cab41bf4eb7a64fb5c7a4f4291ea39722e' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: plan ' || SUBSTR(noted('plan'), 1, 8)
      || ' of "Vertrieb Süd"."Aufträge" is under way, these scripts belong to plan '
      || '9871e5fd. Nothing was changed. Finish it, or undo it with its own rollback/master_rollback.sql.');
  END IF;
  l_stage := CASE
               WHEN noted('step-50') = 'done' THEN 'after'
               WHEN noted('step-50-begun') IS NOT NULL THEN 'half'
               WHEN noted('step-30') = 'done' THEN 'cutover'
               WHEN noted('plan') IS NOT NULL THEN 'resume'
               ELSE 'begin'
             END;
  DBMS_OUTPUT.PUT_LINE('state: ' || l_stage || ', called by ' || NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), 'hand') || ', user ' || USER);
  IF l_stage = 'cutover' AND SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'orapart master2' AND noted('step-40') IS NULL THEN
    finding('error', 'OP401 step-blocked', 'step 40 is not done: run master1.sql to its end first');
  ELSIF l_stage IN ('begin', 'resume') AND SYS_CONTEXT('USERENV', 'CLIENT_INFO') = 'orapart master2' THEN
    finding('error', 'OP401 step-blocked', 'master2.sql is for the change window: run master1.sql to its end first');
  END IF;
  IF l_stage = 'after' THEN
    DBMS_OUTPUT.PUT_LINE('the cutover is done: there is nothing left to check before it');
    RETURN;
  ELSIF l_stage = 'half' THEN
    DBMS_OUTPUT.PUT_LINE('a cutover stopped midway: master2.sql takes it back first, then does it anew');
    RETURN;
  END IF;

  -- Release and option. V$OPTION may be hidden: then the answer is "not checked".
  IF DBMS_DB_VERSION.VERSION < 12 THEN
    finding('error', 'OP315 release-too-old', 'the scripts need Oracle 12.1, this is release ' || DBMS_DB_VERSION.VERSION);
  END IF;
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM v$option WHERE parameter = ''Partitioning''' INTO l_text;
    IF l_text <> 'TRUE' THEN
      finding('error', 'OP314 option-missing', 'the Partitioning option is not enabled (ORA-00439)');
    END IF;
  EXCEPTION
    WHEN no_such_table THEN
      finding('info', 'OP314 option-missing', 'not checked: V$OPTION is not visible to ' || USER);
  END;
  -- Privileges: all missing ones at once.
  FOR found IN (
    SELECT needed.privilege || ' is missing' AS text
      FROM (
            SELECT 'CREATE TABLE' AS privilege, 'owner' AS needed_by FROM dual UNION ALL
            SELECT 'CREATE TRIGGER' AS privilege, 'owner' AS needed_by FROM dual UNION ALL
            SELECT 'CREATE ANY INDEX' AS privilege, 'owner' AS needed_by FROM dual UNION ALL
            SELECT 'ALTER ANY INDEX' AS privilege, 'owner' AS needed_by FROM dual UNION ALL
            SELECT 'DROP ANY INDEX' AS privilege, 'owner' AS needed_by FROM dual UNION ALL
            SELECT 'CREATE ANY TRIGGER' AS privilege, 'owner' AS needed_by FROM dual UNION ALL
            SELECT 'ALTER ANY TRIGGER' AS privilege, 'owner' AS needed_by FROM dual UNION ALL
            SELECT 'DROP ANY TRIGGER' AS privilege, 'owner' AS needed_by FROM dual UNION ALL
            SELECT 'CREATE ANY TABLE' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'ALTER ANY TABLE' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'DROP ANY TABLE' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'INSERT ANY TABLE' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'SELECT ANY TABLE' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'COMMENT ANY TABLE' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'CREATE ANY INDEX' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'ALTER ANY INDEX' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'ANALYZE ANY' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'FLASHBACK ANY TABLE' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'GRANT ANY OBJECT PRIVILEGE' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'CREATE ANY TRIGGER' AS privilege, 'other' AS needed_by FROM dual UNION ALL
            SELECT 'ALTER ANY TRIGGER' AS privilege, 'other' AS needed_by FROM dual
           ) needed
     WHERE needed.needed_by = CASE USER WHEN 'Vertrieb Süd' THEN 'owner' ELSE 'other' END
       AND NOT EXISTS (SELECT 1 FROM session_privs s WHERE s.privilege IN (needed.privilege, REPLACE(needed.privilege, 'CREATE ', 'CREATE ANY ')))
  ) LOOP
    finding('error', 'OP301 privilege-missing', found.text || ' for ' || USER);
  END LOOP;
  FOR found IN (
    SELECT 'EXECUTE ON SYS.' || needed.name || ' is missing' AS text
      FROM (
            SELECT 'DBMS_FLASHBACK' AS name FROM dual
            UNION ALL
            SELECT 'DBMS_RLS' FROM dual
           ) needed
     WHERE NOT EXISTS (SELECT 1 FROM all_objects o WHERE o.owner = 'SYS' AND o.object_name = needed.name)
  ) LOOP
    finding('error', 'OP301 privilege-missing', found.text || ' for ' || USER);
  END LOOP;
  -- Foreign keys of other schemas move in the cutover: their tables are altered.
  FOR found IN (
    SELECT 'ALTER ON ' || child.owner || '.' || child.table_name || ' is missing' AS text
      FROM (
            SELECT 'Faktura' AS owner, 'Rechnungen & mehr' AS table_name FROM dual
           ) child
     WHERE child.owner <> USER
       AND NOT EXISTS (SELECT 1 FROM session_privs WHERE privilege = 'ALTER ANY TABLE')
       AND NOT EXISTS (
             SELECT 1
               FROM all_tab_privs p
              WHERE p.table_schema = child.owner
                AND p.table_name = child.table_name
                AND p.privilege = 'ALTER')
  ) LOOP
    finding('error', 'OP301 privilege-missing', found.text || ' for ' || USER);
  END LOOP;
  -- The owner sees every grant in ALL_TAB_PRIVS, nobody else does.
  IF USER <> 'Vertrieb Süd' THEN
    BEGIN
      EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM dba_tab_privs WHERE ROWNUM = 1' INTO l_count;
    EXCEPTION
      WHEN no_such_table THEN
        finding('error', 'OP301 privilege-missing', 'SELECT_CATALOG_ROLE is missing for ' || USER || ': without it no grant can be proved');
    END;
  END IF;

  -- The table must be the one that the plan was made for.
  SELECT COUNT(*)
    INTO l_count
    FROM all_tab_cols
   WHERE owner = 'Vertrieb Süd'
     AND table_name = 'Aufträge'
     AND user_generated = 'YES'
     AND (column_name, data_type, data_length) IN (
           ('Auftrag Nr', 'NUMBER', 22),
           ('gebucht am', 'DATE', 7),
           ('Menge', 'NUMBER', 22),
           ('Preis', 'NUMBER', 22),
           ('WHOLE', 'NUMBER', 22),
           ('ROUNDED', 'NUMBER', 22),
           ('TINY', 'NUMBER', 22),
           ('RATIO', 'FLOAT', 22),
           ('REAL_RATIO', 'FLOAT', 22),
           ('MASS', 'BINARY_FLOAT', 4),
           ('VOLUME', 'BINARY_DOUBLE', 8),
           ('MOMENT_0', 'TIMESTAMP(0)', 7),
           ('MOMENT_3', 'TIMESTAMP(3)', 11),
           ('MOMENT_6', 'TIMESTAMP(6)', 11),
           ('MOMENT_9', 'TIMESTAMP(9)', 11),
           ('SIGNED_AT', 'TIMESTAMP(6) WITH TIME ZONE', 13),
           ('SEEN_AT', 'TIMESTAMP(3) WITH LOCAL TIME ZONE', 11),
           ('TERM', 'INTERVAL YEAR(4) TO MONTH', 5),
           ('LEAD_TIME', 'INTERVAL DAY(3) TO SECOND(9)', 11),
           ('Kürzel', 'CHAR', 3),
           ('CODE', 'CHAR', 20),
           ('Name', 'VARCHAR2', 480),
           ('STATUS', 'VARCHAR2', 20),
           ('REMARK', 'VARCHAR2', 4000),
           ('REGION', 'NVARCHAR2', 60),
           ('LANGUAGE', 'NCHAR', 4),
           ('CITY', 'VARCHAR2', 240),
           ('IBAN', 'VARCHAR2', 34),
           ('TOKEN', 'RAW', 16),
           ('SEAL', 'RAW', 2000),
           ('SOURCE_ROW', 'ROWID', 10),
           ('REMOTE_ROW', 'UROWID', 4000),
           ('LETTER', 'CLOB', 4000),
           ('LETTER_N', 'NCLOB', 4000),
           ('SCAN', 'BLOB', 4000),
           ('OLD_NOTE', 'CLOB', 4000),
           ('SECRET', 'BLOB', 4000),
           ('DOC', 'CLOB', 4000),
           ('Kunde', 'NUMBER', 22),
           ('Lager', 'NUMBER', 22),
           ('CURRENCY', 'CHAR', 12),
           ('Vorgänger Nr', 'NUMBER', 22),
           ('Vorgänger Tag', 'DATE', 7),
           ('BRANCH', 'NUMBER', 22),
           ('CLERK', 'NUMBER', 22),
           ('SHIFT', 'NUMBER', 22),
           ('Summe', 'NUMBER', 22),
           ('LABEL', 'VARCHAR2', 240),
           ('Interna', 'VARCHAR2', 200),
           ('Netto', 'NUMBER', 22)
         );
  IF l_count <> 50 THEN
    finding('error', 'OP303 table-changed', '50 columns are planned with their types and lengths, ' || l_count || ' of them are there: take a new snapshot and plan again');
  END IF;
  FOR found IN (
    SELECT 'column ' || column_name || ' (' || data_type || ') is not in the plan' AS text
      FROM all_tab_cols
     WHERE owner = 'Vertrieb Süd'
       AND table_name = 'Aufträge'
       AND user_generated = 'YES'
       AND column_name NOT IN ('Auftrag Nr', 'gebucht am', 'Menge', 'Preis', 'WHOLE', 'ROUNDED', 'TINY', 'RATIO', 'REAL_RATIO',
            'MASS', 'VOLUME', 'MOMENT_0', 'MOMENT_3', 'MOMENT_6', 'MOMENT_9', 'SIGNED_AT', 'SEEN_AT', 'TERM',
            'LEAD_TIME', 'Kürzel', 'CODE', 'Name', 'STATUS', 'REMARK', 'REGION', 'LANGUAGE', 'CITY', 'IBAN',
            'TOKEN', 'SEAL', 'SOURCE_ROW', 'REMOTE_ROW', 'LETTER', 'LETTER_N', 'SCAN', 'OLD_NOTE', 'SECRET',
            'DOC', 'Kunde', 'Lager', 'CURRENCY', 'Vorgänger Nr', 'Vorgänger Tag', 'BRANCH', 'CLERK', 'SHIFT',
            'Summe', 'LABEL', 'Interna', 'Netto')
  ) LOOP
    finding('error', 'OP303 table-changed', found.text || ': it would be lost, plan again');
  END LOOP;
  FOR found IN (
    SELECT 'index ' || owner || '.' || index_name || ' is not in the plan' AS text
      FROM all_indexes
     WHERE table_owner = 'Vertrieb Süd'
       AND table_name = 'Aufträge'
       AND index_type <> 'LOB'
       AND CASE owner WHEN 'Vertrieb Süd' THEN index_name ELSE owner || '.' || index_name END
           NOT IN ('Aufträge PK', 'TOKEN_UK', 'SYS_C0055501', 'STATUS_BMX', 'Kürzel BMX', 'NAME_FX', 'Offene FX',
            'ONE_OPEN_UX', 'Neueste zuerst', 'VORGAENGER_RX',
            'AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGIO_INDEX1',
            'PREIS_IX', 'MOMENT_IX', 'LAGER_IX', 'Kunde IX', 'Indizes.Kunde IX')
    UNION ALL
    SELECT 'trigger ' || owner || '.' || trigger_name || ' is not in the plan'
      FROM all_triggers
     WHERE table_owner = 'Vertrieb Süd'
       AND table_name = 'Aufträge'
       AND CASE owner WHEN 'Vertrieb Süd' THEN trigger_name ELSE owner || '.' || trigger_name END
           NOT IN ('Stempel', 'Stempel 2', 'AUFTRAG_BS', 'AUFTRAG_AR', 'AUFTRAG_AS', 'Zählwerk', 'Revision.Stempel')
    UNION ALL
    SELECT 'constraint ' || constraint_name || ' is not in the plan'
      FROM all_constraints
     WHERE owner = 'Vertrieb Süd'
       AND table_name = 'Aufträge'
       AND generated = 'USER NAME'
       AND constraint_type IN ('P', 'U', 'C', 'R')
       AND constraint_name NOT IN ('Aufträge PK', 'TOKEN_UK', 'Seal UK', 'Name fehlt', 'BRANCH_NN', 'CLERK_NN', 'SHIFT_NN',
            'STATUS_CK',
            'Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge u',
            'REGION_CK', 'TINY_CK', 'MASS_CK', 'Doc is JSON', 'Kunde FK', 'LAGER_FK', 'Vorgänger FK')
    UNION ALL
    -- Names that Oracle made differ from database to database: what they are on is compared, or how many there are.
    SELECT 'NOT NULL of ' || k.column_name || ' (' || c.constraint_name || ') is not in the plan'
      FROM all_constraints c
      JOIN all_cons_columns k ON k.owner = c.owner AND k.constraint_name = c.constraint_name
     WHERE c.owner = 'Vertrieb Süd'
       AND c.table_name = 'Aufträge'
       AND c.generated = 'GENERATED NAME'
       AND c.constraint_type = 'C'
       AND c.search_condition_vc = '"' || k.column_name || '" IS NOT NULL'
       AND k.column_name NOT IN ('Auftrag Nr', 'gebucht am', 'Menge', 'Kürzel', 'Name', 'STATUS', 'Kunde', 'BRANCH', 'CLERK', 'SHIFT')
    UNION ALL
    SELECT COUNT(*) || ' constraint(s) of type ' || c.constraint_type || ' with names made by Oracle are there, the plan has '
           || CASE c.constraint_type WHEN 'U' THEN 1 WHEN 'C' THEN 1 WHEN 'R' THEN 1 ELSE 0 END
      FROM all_constraints c
     WHERE c.owner = 'Vertrieb Süd'
       AND c.table_name = 'Aufträge'
       AND c.generated = 'GENERATED NAME'
       AND c.constraint_type IN ('P', 'U', 'C', 'R')
       AND NOT (c.constraint_type = 'C' AND c.search_condition_vc LIKE '"%" IS NOT NULL')
     GROUP BY c.constraint_type
    HAVING COUNT(*) > CASE c.constraint_type WHEN 'U' THEN 1 WHEN 'C' THEN 1 WHEN 'R' THEN 1 ELSE 0 END
  ) LOOP
    finding('error', 'OP308 dependent-drift', found.text || ': it would be lost, plan again');
  END LOOP;
  FOR found IN (
    SELECT c.owner, c.table_name, c.constraint_name
      FROM all_constraints c
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE c.constraint_type = 'R'
       AND k.owner = 'Vertrieb Süd'
       AND k.table_name = 'Aufträge'
       AND NOT (c.owner = 'Vertrieb Süd' AND c.table_name = 'Aufträge')
       AND (c.owner, c.constraint_name) NOT IN (
             ('Vertrieb Süd', 'Position gehört zu Auftrag'),
             ('Faktura', 'RECHNUNG_AUFTRAG_FK'),
             ('Vertrieb Süd', 'SYS_C0055588')
           )
  ) LOOP
    finding('error', 'OP307 foreign-key-drift', 'foreign key ' || found.constraint_name || ' of ' || found.owner || '.' || found.table_name
      || ' is not in the plan: it would go on pointing to the old table');
  END LOOP;

  FOR found IN (
    SELECT planned.kind || ' ' || planned.name AS text
      FROM (
            SELECT 'index' AS kind, 'Aufträge PK' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'TOKEN_UK' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'SYS_C0055501' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'STATUS_BMX' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'Kürzel BMX' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'NAME_FX' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'Offene FX' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'ONE_OPEN_UX' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'Neueste zuerst' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'VORGAENGER_RX' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGIO_INDEX1' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'PREIS_IX' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'MOMENT_IX' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'LAGER_IX' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'Kunde IX' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'Indizes.Kunde IX' AS name FROM dual UNION ALL
            SELECT 'trigger' AS kind, 'Stempel' AS name FROM dual UNION ALL
            SELECT 'trigger' AS kind, 'Stempel 2' AS name FROM dual UNION ALL
            SELECT 'trigger' AS kind, 'AUFTRAG_BS' AS name FROM dual UNION ALL
            SELECT 'trigger' AS kind, 'AUFTRAG_AR' AS name FROM dual UNION ALL
            SELECT 'trigger' AS kind, 'AUFTRAG_AS' AS name FROM dual UNION ALL
            SELECT 'trigger' AS kind, 'Zählwerk' AS name FROM dual UNION ALL
            SELECT 'trigger' AS kind, 'Revision.Stempel' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'Aufträge PK' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'TOKEN_UK' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'Seal UK' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'Name fehlt' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'BRANCH_NN' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'CLERK_NN' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'SHIFT_NN' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'STATUS_CK' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge u' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'REGION_CK' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'TINY_CK' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'MASS_CK' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'Doc is JSON' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'Kunde FK' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'LAGER_FK' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'Vorgänger FK' AS name FROM dual UNION ALL
            SELECT NULL AS kind, NULL AS name FROM dual WHERE 1 = 0
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM (SELECT 'index' AS kind, CASE owner WHEN 'Vertrieb Süd' THEN index_name ELSE owner || '.' || index_name END AS name
                       FROM all_indexes WHERE table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge'
                      UNION ALL
                     SELECT 'trigger', CASE owner WHEN 'Vertrieb Süd' THEN trigger_name ELSE owner || '.' || trigger_name END
                       FROM all_triggers WHERE table_owner = 'Vertrieb Süd' AND table_name = 'Aufträge'
                      UNION ALL
                     SELECT 'constraint', constraint_name
                       FROM all_constraints WHERE owner = 'Vertrieb Süd' AND table_name = 'Aufträge'
                    ) present
              WHERE present.kind = planned.kind
                AND present.name = planned.name)
  ) LOOP
    finding('error', 'OP308 dependent-drift', found.text || ' is in the plan and not in the database: plan again');
  END LOOP;
  FOR found IN (
    SELECT planned.owner, planned.table_name, planned.name
      FROM (
            SELECT 'Vertrieb Süd' AS owner, 'Positionen' AS table_name,
                   'Position gehört zu Auftrag' AS name FROM dual UNION ALL
            SELECT 'Faktura' AS owner, 'Rechnungen & mehr' AS table_name,
                   'RECHNUNG_AUFTRAG_FK' AS name FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'MAHNUNGEN' AS table_name,
                   'SYS_C0055588' AS name FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = planned.owner
                AND c.table_name = planned.table_name
                AND c.constraint_name = planned.name
                AND c.constraint_type = 'R')
  ) LOOP
    finding('error', 'OP307 foreign-key-drift', 'foreign key ' || found.name || ' of ' || found.owner || '.' || found.table_name
      || ' is in the plan, and ' || USER || ' does not see it: plan again, or use an account that sees every schema');
  END LOOP;
  FOR found IN (
    SELECT p.owner, p.table_name, p.ref_ptn_constraint_name AS name
      FROM all_part_tables p
      JOIN all_constraints c ON c.owner = p.owner AND c.table_name = p.table_name AND c.constraint_name = p.ref_ptn_constraint_name
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE k.owner = 'Vertrieb Süd'
       AND k.table_name = 'Aufträge'
  ) LOOP
    finding('error', 'OP307 foreign-key-drift', found.owner || '.' || found.table_name || ' is partitioned by reference through '
      || found.name || ': this foreign key cannot move to another table');
  END LOOP;

  -- Rows that no partition can take, each counted in one scan.
  IF l_stage = 'begin' THEN
    SELECT COUNT(*)
      INTO l_count
      FROM "Vertrieb Süd"."Aufträge"
     WHERE "gebucht am" < TO_DATE('2024-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN');
    IF l_count > 0 THEN
      finding('info', 'OP305 key-out-of-range', l_count || ' row(s) have a gebucht am below the first bound: they go into the first partition together');
    END IF;
  END IF;

  -- Names of the plan that somebody else uses. What an earlier run of this plan made does not count.
  IF l_stage = 'begin' THEN
    FOR found IN (
      SELECT object_type || ' ' || owner || '.' || object_name AS text
        FROM all_objects
       WHERE owner = 'Vertrieb Süd'
         AND object_type NOT IN ('INDEX', 'TRIGGER')
         AND object_name IN ('Aufträge_INT2', 'Aufträge_OLD', 'ORAPART_Aufträge', 'ORAPART_Aufträge_LOG')
      UNION ALL
      SELECT 'INDEX ' || owner || '.' || index_name
        FROM all_indexes
       WHERE owner = 'Vertrieb Süd'
         AND index_name IN ('Aufträge PK_INT', 'Aufträge PK_OLD', 'TOKEN_UK_INT', 'TOKEN_UK_OLD', 'Aufträge_C1_INT',
              'Aufträge_C1_OLD', 'Aufträge_C1', 'STATUS_BMX_INT', 'STATUS_BMX_OLD', 'Kürzel BMX_INT',
              'Kürzel BMX_OLD', 'NAME_FX_INT', 'NAME_FX_OLD', 'Offene FX_INT', 'Offene FX_OLD', 'ONE_OPEN_UX_INT',
              'ONE_OPEN_UX_OLD', 'Neueste zuerst_INT', 'Neueste zuerst_OLD', 'VORGAENGER_RX_INT',
              'VORGAENGER_RX_OLD',
              'AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_R_87E97F_INT',
              'AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_R_87E97F_OLD',
              'PREIS_IX_INT', 'PREIS_IX_OLD', 'MOMENT_IX_INT', 'MOMENT_IX_OLD', 'LAGER_IX_INT', 'LAGER_IX_OLD',
              'Kunde IX_INT', 'Kunde IX_OLD')
      UNION ALL
      SELECT 'CONSTRAINT ' || owner || '.' || constraint_name
        FROM all_constraints
       WHERE owner = 'Vertrieb Süd'
         AND constraint_name IN ('Aufträge PK_INT', 'Aufträge PK_OLD', 'TOKEN_UK_INT', 'TOKEN_UK_OLD', 'Aufträge_C1_INT',
              'Aufträge_C1_OLD', 'Aufträge_C1', 'Seal UK_INT', 'Seal UK_OLD', 'Name fehlt_INT', 'Name fehlt_OLD',
              'BRANCH_NN_INT', 'BRANCH_NN_OLD', 'CLERK_NN_INT', 'CLERK_NN_OLD', 'SHIFT_NN_INT', 'SHIFT_NN_OLD',
              'STATUS_CK_INT', 'STATUS_CK_OLD',
              'Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Pr_96E74F_INT',
              'Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Pr_96E74F_OLD',
              'REGION_CK_INT', 'REGION_CK_OLD', 'TINY_CK_INT', 'TINY_CK_OLD', 'MASS_CK_INT', 'MASS_CK_OLD',
              'Doc is JSON_INT', 'Doc is JSON_OLD', 'Aufträge_C2_INT', 'Aufträge_C2_OLD', 'Aufträge_C2',
              'Kunde FK_INT', 'Kunde FK_OLD', 'LAGER_FK_INT', 'LAGER_FK_OLD', 'Aufträge_C3_INT',
              'Aufträge_C3_OLD', 'Aufträge_C3', 'Vorgänger FK_INT', 'Vorgänger FK_OLD')
      UNION ALL
      SELECT 'CONSTRAINT ' || owner || '.' || constraint_name
        FROM all_constraints
       WHERE (owner, constraint_name) IN (
               ('Vertrieb Süd', 'Position gehört zu Auftrag_CHILD_INT'),
               ('Faktura', 'RECHNUNG_AUFTRAG_FK_CHILD_INT'),
               ('Vertrieb Süd', 'MAHNUNGEN_Aufträge_F1_CHILD_INT'),
               ('Vertrieb Süd', 'MAHNUNGEN_Aufträge_F1')
             )
      UNION ALL
      SELECT 'TRIGGER ' || owner || '.' || trigger_name
        FROM all_triggers
       WHERE owner = 'Vertrieb Süd'
         AND trigger_name IN ('Stempel_INT', 'Stempel_OLD', 'Stempel 2_INT', 'Stempel 2_OLD', 'AUFTRAG_BS_INT', 'AUFTRAG_BS_OLD',
              'AUFTRAG_AR_INT', 'AUFTRAG_AR_OLD', 'AUFTRAG_AS_INT', 'AUFTRAG_AS_OLD', 'Zählwerk_INT',
              'Zählwerk_OLD', 'ORAPART_Aufträge_TRG')
      UNION ALL
      SELECT object_type || ' ' || owner || '.' || object_name
        FROM all_objects
       WHERE (owner, object_type, object_name) IN (
               ('Indizes', 'INDEX', 'Kunde IX_INT'),
               ('Indizes', 'INDEX', 'Kunde IX_OLD'),
               ('Revision', 'TRIGGER', 'Stempel_INT'),
               ('Revision', 'TRIGGER', 'Stempel_OLD')
             )
    ) LOOP
      finding('error', 'OP306 name-taken', found.text || ' exists: choose other names (migration_settings.names) and generate again');
    END LOOP;
  END IF;
  -- Quota is the owner's, whoever runs the scripts (ORA-01950, ORA-01536).
  IF l_stage = 'begin' THEN
    DECLARE
      l_right VARCHAR2(200) := 'SELECT COUNT(*) FROM dba_sys_privs WHERE grantee = :owner AND privilege = ''UNLIMITED TABLESPACE''';
      l_quota VARCHAR2(200) := 'SELECT tablespace_name, max_bytes, bytes FROM dba_ts_quotas WHERE username = :owner';
    BEGIN
      IF USER = 'Vertrieb Süd' THEN
        l_right := 'SELECT COUNT(*) FROM session_privs WHERE :owner IS NOT NULL AND privilege = ''UNLIMITED TABLESPACE''';
        l_quota := 'SELECT tablespace_name, max_bytes, bytes FROM user_ts_quotas WHERE :owner IS NOT NULL';
      END IF;
      EXECUTE IMMEDIATE l_right INTO l_count USING 'Vertrieb Süd';
      IF l_count = 0 THEN
        FOR used IN (
          SELECT 'Daten 1' AS name FROM dual UNION ALL
          SELECT 'USERS' AS name FROM dual UNION ALL
          SELECT 'Daten 2' AS name FROM dual
        ) LOOP
          EXECUTE IMMEDIATE 'SELECT MAX(CASE WHEN max_bytes < 0 THEN 1E30 ELSE max_bytes - bytes END) FROM (' || l_quota
            || ') WHERE tablespace_name = :name' INTO l_count USING 'Vertrieb Süd', used.name;
          IF l_count IS NULL THEN
            finding('error', 'OP302 quota-missing', 'Vertrieb Süd has no quota in tablespace ' || used.name || ' (ORA-01950)');
          ELSIF used.name = 'Daten 1' AND l_count < 13403842151 THEN
            finding('warning', 'OP302 quota-missing', 'about 12.5 GB are needed, the quota of Vertrieb Süd leaves '
              || ROUND(l_count / 1048576) || ' MB in ' || used.name);
          END IF;
        END LOOP;
      END IF;
    EXCEPTION
      WHEN no_such_table THEN
        finding('info', 'OP302 quota-missing', 'not checked: the quotas of Vertrieb Süd are not visible to ' || USER);
    END;
  END IF;

  -- The largest index is sorted in the temporary tablespace of whoever builds it (ORA-01652).
  IF l_stage = 'begin' THEN
    BEGIN
      EXECUTE IMMEDIATE 'SELECT SUM(t.free_space) FROM dba_temp_free_space t JOIN user_users u ON u.temporary_tablespace = t.tablespace_name'
        INTO l_count;
      IF l_count < 66060288 THEN
        finding('warning', 'OP311 space-short', 'the largest index has 63 MB, the temporary tablespace of '
          || USER || ' has ' || ROUND(l_count / 1048576) || ' MB free');
      END IF;
    EXCEPTION
      WHEN no_such_table THEN
        finding('info', 'OP311 space-short', 'not checked: DBA_TEMP_FREE_SPACE is not visible. The largest index has 63 MB');
    END;
  END IF;

  -- What forbids or endangers the copy: logs, policies, space, logging, sessions, invalid objects.
  FOR found IN (
    SELECT 'materialized view log ' || log_table AS text
      FROM all_mview_logs
     WHERE log_owner = 'Vertrieb Süd'
       AND master = 'Aufträge'
  ) LOOP
    finding('error', 'OP310 log-on-table', found.text || ' forbids the rename (ORA-26563): drop it first');
  END LOOP;
  FOR found IN (
    SELECT 'policy ' || policy_name AS text
      FROM all_policies
     WHERE object_owner = 'Vertrieb Süd'
       AND object_name = 'Aufträge'
       AND enable = 'YES'
       AND NOT EXISTS (SELECT 1 FROM session_privs WHERE privilege = 'EXEMPT ACCESS POLICY')
  ) LOOP
    finding('error', 'OP309 policy-hides-rows', found.text || ' may hide rows from ' || USER || ', and the counts would agree all the same: grant EXEMPT ACCESS POLICY for the migration');
  END LOOP;
  IF l_stage = 'cutover' AND NOT is_read_only('Aufträge') THEN
    finding('error', 'OP404 object-changed', 'the table is no longer READ ONLY, rows may have changed since the load: run rollback/master_rollback.sql and start again');
  END IF;
  IF l_stage = 'begin' THEN
    BEGIN
      EXECUTE IMMEDIATE 'SELECT SUM(bytes) FROM dba_free_space WHERE tablespace_name = :name' INTO l_count USING 'Daten 1';
      IF NVL(l_count, 0) < 13403842151 THEN
        finding('warning', 'OP311 space-short', 'about 12.5 GB are needed in Daten 1, free without extending files: ' || ROUND(NVL(l_count, 0) / 1048576) || ' MB');
      END IF;
    EXCEPTION
      WHEN no_such_table THEN
        finding('info', 'OP311 space-short', 'not checked: DBA_FREE_SPACE is not visible. About 12.5 GB are needed in Daten 1');
    END;
  END IF;
  BEGIN
    EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM v$locked_object l JOIN all_objects o ON o.object_id = l.object_id'
      || ' WHERE o.owner = :owner AND o.object_name = :name' INTO l_count USING 'Vertrieb Süd', 'Aufträge';
    IF l_count > 0 THEN
      finding('warning', 'OP313 table-in-use', l_count || ' session(s) hold a lock on the table (V$LOCKED_OBJECT): READ ONLY waits for them');
    END IF;
  EXCEPTION
    WHEN no_such_table THEN
      finding('info', 'OP313 table-in-use', 'not checked: V$LOCKED_OBJECT is not visible to ' || USER);
  END;
  FOR found IN (
    SELECT d.type || ' ' || d.owner || '.' || d.name AS text
      FROM all_dependencies d
      JOIN all_objects o ON o.owner = d.owner AND o.object_name = d.name AND o.object_type = d.type
     WHERE d.referenced_owner = 'Vertrieb Süd'
       AND d.referenced_name = 'Aufträge'
       AND o.status <> 'VALID'
  ) LOOP
    finding('info', 'OP316 invalid-baseline', found.text || ' is invalid already');
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('errors: ' || l_errors || ', warnings: ' || l_warnings);
  IF l_errors > 0 THEN
    RAISE_APPLICATION_ERROR(-20300, 'OP300 preflight-failed: ' || l_errors || ' error(s) for "Vertrieb Süd"."Aufträge", listed above.'
      || ' Nothing was changed. Each code is explained by: orapart explain CODE');
  END IF;
  DBMS_OUTPUT.PUT_LINE('00: OK, nothing stands in the way of "Vertrieb Süd"."Aufträge"');
END;
/
