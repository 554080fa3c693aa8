WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 0  Preflight of SHOP.ORDERS
-- Table    SHOP.ORDERS
-- Why      everything that would stop the migration later is found now, all at once
-- Locks    none
-- Needs    owner, or SELECT_CATALOG_ROLE, what it may not see is reported as not checked
-- Restart  run again, as often as needed
-- Undo     none needed: it only reads
-- Made by  orapart 0.0.0, plan e5947d66, template core:00_preflight.sql
-- ==============================================================================
PROMPT 00: preflight of SHOP.ORDERS, reads only
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM SHOP.ORAPART_ORDERS WHERE item = :item'
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
     WHERE owner = 'SHOP' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
  FUNCTION is_read_only (p_name IN VARCHAR2) RETURN BOOLEAN IS
    l_state VARCHAR2(30);
  BEGIN
    SELECT MAX(read_only) INTO l_state FROM all_tables
     WHERE owner = 'SHOP' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'SHOP', p_name;
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
  IF noted('plan') IS NOT NULL AND noted('plan') <> 'e5947d6682a656fb73d89894992aaca8b01e1339634a4a54f6447c307317615d' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: plan ' || SUBSTR(noted('plan'), 1, 8)
      || ' of SHOP.ORDERS is under way, these scripts belong to plan '
      || 'e5947d66. Nothing was changed. Finish it, or undo it with its own rollback/master_rollback.sql.');
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
     WHERE needed.needed_by = CASE USER WHEN 'SHOP' THEN 'owner' ELSE 'other' END
       AND NOT EXISTS (SELECT 1 FROM session_privs s WHERE s.privilege IN (needed.privilege, REPLACE(needed.privilege, 'CREATE ', 'CREATE ANY ')))
  ) LOOP
    finding('error', 'OP301 privilege-missing', found.text || ' for ' || USER);
  END LOOP;
  FOR found IN (
    SELECT 'EXECUTE ON SYS.' || needed.name || ' is missing' AS text
      FROM (
            SELECT 'DBMS_FLASHBACK' AS name FROM dual
           ) needed
     WHERE NOT EXISTS (SELECT 1 FROM all_objects o WHERE o.owner = 'SYS' AND o.object_name = needed.name)
  ) LOOP
    finding('error', 'OP301 privilege-missing', found.text || ' for ' || USER);
  END LOOP;
  -- The owner sees every grant in ALL_TAB_PRIVS, nobody else does.
  IF USER <> 'SHOP' THEN
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
   WHERE owner = 'SHOP'
     AND table_name = 'ORDERS'
     AND user_generated = 'YES'
     AND (column_name, data_type, data_length) IN (
           ('ORDER_ID', 'NUMBER', 22),
           ('CUSTOMER_ID', 'NUMBER', 22),
           ('PLACED_AT', 'DATE', 7),
           ('STATUS', 'VARCHAR2', 12),
           ('TOTAL', 'NUMBER', 22)
         );
  IF l_count <> 5 THEN
    finding('error', 'OP303 table-changed', '5 columns are planned with their types and lengths, ' || l_count || ' of them are there: take a new snapshot and plan again');
  END IF;
  FOR found IN (
    SELECT 'column ' || column_name || ' (' || data_type || ') is not in the plan' AS text
      FROM all_tab_cols
     WHERE owner = 'SHOP'
       AND table_name = 'ORDERS'
       AND user_generated = 'YES'
       AND column_name NOT IN ('ORDER_ID', 'CUSTOMER_ID', 'PLACED_AT', 'STATUS', 'TOTAL')
  ) LOOP
    finding('error', 'OP303 table-changed', found.text || ': it would be lost, plan again');
  END LOOP;
  FOR found IN (
    SELECT 'index ' || owner || '.' || index_name || ' is not in the plan' AS text
      FROM all_indexes
     WHERE table_owner = 'SHOP'
       AND table_name = 'ORDERS'
       AND index_type <> 'LOB'
       AND CASE owner WHEN 'SHOP' THEN index_name ELSE owner || '.' || index_name END
           NOT IN ('ORDERS_PK', 'ORDERS_CUSTOMER_IX', 'ORDERS_PLACED_IX')
    UNION ALL
    SELECT 'trigger ' || owner || '.' || trigger_name || ' is not in the plan'
      FROM all_triggers
     WHERE table_owner = 'SHOP'
       AND table_name = 'ORDERS'
    UNION ALL
    SELECT 'constraint ' || constraint_name || ' is not in the plan'
      FROM all_constraints
     WHERE owner = 'SHOP'
       AND table_name = 'ORDERS'
       AND generated = 'USER NAME'
       AND constraint_type IN ('P', 'U', 'C', 'R')
       AND constraint_name NOT IN ('ORDERS_PK', 'ORDERS_STATUS_CK', 'ORDERS_PLACED_NN')
    UNION ALL
    -- Names that Oracle made differ from database to database: what they are on is compared, or how many there are.
    SELECT 'NOT NULL of ' || k.column_name || ' (' || c.constraint_name || ') is not in the plan'
      FROM all_constraints c
      JOIN all_cons_columns k ON k.owner = c.owner AND k.constraint_name = c.constraint_name
     WHERE c.owner = 'SHOP'
       AND c.table_name = 'ORDERS'
       AND c.generated = 'GENERATED NAME'
       AND c.constraint_type = 'C'
       AND c.search_condition_vc = '"' || k.column_name || '" IS NOT NULL'
       AND k.column_name NOT IN ('ORDER_ID', 'CUSTOMER_ID', 'PLACED_AT', 'STATUS')
    UNION ALL
    SELECT COUNT(*) || ' constraint(s) of type ' || c.constraint_type || ' with names made by Oracle are there, the plan has '
           || 0
      FROM all_constraints c
     WHERE c.owner = 'SHOP'
       AND c.table_name = 'ORDERS'
       AND c.generated = 'GENERATED NAME'
       AND c.constraint_type IN ('P', 'U', 'C', 'R')
       AND NOT (c.constraint_type = 'C' AND c.search_condition_vc LIKE '"%" IS NOT NULL')
     GROUP BY c.constraint_type
    HAVING COUNT(*) > 0
  ) LOOP
    finding('error', 'OP308 dependent-drift', found.text || ': it would be lost, plan again');
  END LOOP;
  FOR found IN (
    SELECT c.owner, c.table_name, c.constraint_name
      FROM all_constraints c
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE c.constraint_type = 'R'
       AND k.owner = 'SHOP'
       AND k.table_name = 'ORDERS'
       AND NOT (c.owner = 'SHOP' AND c.table_name = 'ORDERS')
       AND (c.owner, c.constraint_name) NOT IN (
             ('SHOP', 'ORDER_LINES_ORDER_FK'),
             ('SHOP', 'SHIPMENTS_ORDER_FK')
           )
  ) LOOP
    finding('error', 'OP307 foreign-key-drift', 'foreign key ' || found.constraint_name || ' of ' || found.owner || '.' || found.table_name
      || ' is not in the plan: it would go on pointing to the old table');
  END LOOP;

  FOR found IN (
    SELECT planned.kind || ' ' || planned.name AS text
      FROM (
            SELECT 'index' AS kind, 'ORDERS_PK' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'ORDERS_CUSTOMER_IX' AS name FROM dual UNION ALL
            SELECT 'index' AS kind, 'ORDERS_PLACED_IX' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'ORDERS_PK' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'ORDERS_STATUS_CK' AS name FROM dual UNION ALL
            SELECT 'constraint' AS kind, 'ORDERS_PLACED_NN' AS name FROM dual UNION ALL
            SELECT NULL AS kind, NULL AS name FROM dual WHERE 1 = 0
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM (SELECT 'index' AS kind, CASE owner WHEN 'SHOP' THEN index_name ELSE owner || '.' || index_name END AS name
                       FROM all_indexes WHERE table_owner = 'SHOP' AND table_name = 'ORDERS'
                      UNION ALL
                     SELECT 'trigger', CASE owner WHEN 'SHOP' THEN trigger_name ELSE owner || '.' || trigger_name END
                       FROM all_triggers WHERE table_owner = 'SHOP' AND table_name = 'ORDERS'
                      UNION ALL
                     SELECT 'constraint', constraint_name
                       FROM all_constraints WHERE owner = 'SHOP' AND table_name = 'ORDERS'
                    ) present
              WHERE present.kind = planned.kind
                AND present.name = planned.name)
  ) LOOP
    finding('error', 'OP308 dependent-drift', found.text || ' is in the plan and not in the database: plan again');
  END LOOP;
  FOR found IN (
    SELECT planned.owner, planned.table_name, planned.name
      FROM (
            SELECT 'SHOP' AS owner, 'ORDER_LINES' AS table_name,
                   'ORDER_LINES_ORDER_FK' AS name FROM dual UNION ALL
            SELECT 'SHOP' AS owner, 'SHIPMENTS' AS table_name,
                   'SHIPMENTS_ORDER_FK' AS name FROM dual
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
     WHERE k.owner = 'SHOP'
       AND k.table_name = 'ORDERS'
  ) LOOP
    finding('error', 'OP307 foreign-key-drift', found.owner || '.' || found.table_name || ' is partitioned by reference through '
      || found.name || ': this foreign key cannot move to another table');
  END LOOP;

  -- Rows that no partition can take, each counted in one scan.
  IF l_stage = 'begin' THEN
    SELECT COUNT(*)
      INTO l_count
      FROM SHOP.ORDERS
     WHERE PLACED_AT < TO_DATE('2024-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN');
    IF l_count > 0 THEN
      finding('info', 'OP305 key-out-of-range', l_count || ' row(s) have a PLACED_AT below the first bound: they go into the first partition together');
    END IF;
  END IF;

  -- Names of the plan that somebody else uses. What an earlier run of this plan made does not count.
  IF l_stage = 'begin' THEN
    FOR found IN (
      SELECT object_type || ' ' || owner || '.' || object_name AS text
        FROM all_objects
       WHERE owner = 'SHOP'
         AND object_type NOT IN ('INDEX', 'TRIGGER')
         AND object_name IN ('ORDERS_INT', 'ORDERS_OLD', 'ORAPART_ORDERS', 'ORAPART_ORDERS_LOG')
      UNION ALL
      SELECT 'INDEX ' || owner || '.' || index_name
        FROM all_indexes
       WHERE owner = 'SHOP'
         AND index_name IN ('ORDERS_PK_INT', 'ORDERS_PK_OLD', 'ORDERS_CUSTOMER_IX_INT', 'ORDERS_CUSTOMER_IX_OLD',
              'ORDERS_PLACED_IX_INT', 'ORDERS_PLACED_IX_OLD')
      UNION ALL
      SELECT 'CONSTRAINT ' || owner || '.' || constraint_name
        FROM all_constraints
       WHERE owner = 'SHOP'
         AND constraint_name IN ('ORDERS_PK_INT', 'ORDERS_PK_OLD', 'ORDERS_STATUS_CK_INT', 'ORDERS_STATUS_CK_OLD',
              'ORDERS_PLACED_NN_INT', 'ORDERS_PLACED_NN_OLD')
      UNION ALL
      SELECT 'CONSTRAINT ' || owner || '.' || constraint_name
        FROM all_constraints
       WHERE (owner, constraint_name) IN (
               ('SHOP', 'ORDER_LINES_ORDER_FK_CHILD_INT'),
               ('SHOP', 'SHIPMENTS_ORDER_FK_CHILD_INT')
             )
      UNION ALL
      SELECT 'TRIGGER ' || owner || '.' || trigger_name
        FROM all_triggers
       WHERE owner = 'SHOP'
         AND trigger_name IN ('ORAPART_ORDERS_TRG')
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
      IF USER = 'SHOP' THEN
        l_right := 'SELECT COUNT(*) FROM session_privs WHERE :owner IS NOT NULL AND privilege = ''UNLIMITED TABLESPACE''';
        l_quota := 'SELECT tablespace_name, max_bytes, bytes FROM user_ts_quotas WHERE :owner IS NOT NULL';
      END IF;
      EXECUTE IMMEDIATE l_right INTO l_count USING 'SHOP';
      IF l_count = 0 THEN
        FOR used IN (
          SELECT 'USERS' AS name FROM dual
        ) LOOP
          EXECUTE IMMEDIATE 'SELECT MAX(CASE WHEN max_bytes < 0 THEN 1E30 ELSE max_bytes - bytes END) FROM (' || l_quota
            || ') WHERE tablespace_name = :name' INTO l_count USING 'SHOP', used.name;
          IF l_count IS NULL THEN
            finding('error', 'OP302 quota-missing', 'SHOP has no quota in tablespace ' || used.name || ' (ORA-01950)');
          ELSIF used.name = 'USERS' AND l_count < 24776592589 THEN
            finding('warning', 'OP302 quota-missing', 'about 23.1 GB are needed, the quota of SHOP leaves '
              || ROUND(l_count / 1048576) || ' MB in ' || used.name);
          END IF;
        END LOOP;
      END IF;
    EXCEPTION
      WHEN no_such_table THEN
        finding('info', 'OP302 quota-missing', 'not checked: the quotas of SHOP are not visible to ' || USER);
    END;
  END IF;

  -- The largest index is sorted in the temporary tablespace of whoever builds it (ORA-01652).
  IF l_stage = 'begin' THEN
    BEGIN
      EXECUTE IMMEDIATE 'SELECT SUM(t.free_space) FROM dba_temp_free_space t JOIN user_users u ON u.temporary_tablespace = t.tablespace_name'
        INTO l_count;
      IF l_count < 7113539584 THEN
        finding('warning', 'OP311 space-short', 'the largest index has 6.6 GB, the temporary tablespace of '
          || USER || ' has ' || ROUND(l_count / 1048576) || ' MB free');
      END IF;
    EXCEPTION
      WHEN no_such_table THEN
        finding('info', 'OP311 space-short', 'not checked: DBA_TEMP_FREE_SPACE is not visible. The largest index has 6.6 GB');
    END;
  END IF;

  -- What forbids or endangers the copy: logs, policies, space, logging, sessions, invalid objects.
  FOR found IN (
    SELECT 'materialized view log ' || log_table AS text
      FROM all_mview_logs
     WHERE log_owner = 'SHOP'
       AND master = 'ORDERS'
  ) LOOP
    finding('error', 'OP310 log-on-table', found.text || ' forbids the rename (ORA-26563): drop it first');
  END LOOP;
  FOR found IN (
    SELECT 'policy ' || policy_name AS text
      FROM all_policies
     WHERE object_owner = 'SHOP'
       AND object_name = 'ORDERS'
       AND enable = 'YES'
       AND NOT EXISTS (SELECT 1 FROM session_privs WHERE privilege = 'EXEMPT ACCESS POLICY')
  ) LOOP
    finding('error', 'OP309 policy-hides-rows', found.text || ' may hide rows from ' || USER || ', and the counts would agree all the same: grant EXEMPT ACCESS POLICY for the migration');
  END LOOP;
  IF l_stage = 'cutover' AND NOT is_read_only('ORDERS') THEN
    finding('error', 'OP404 object-changed', 'the table is no longer READ ONLY, rows may have changed since the load: run rollback/master_rollback.sql and start again');
  END IF;
  IF l_stage = 'begin' THEN
    BEGIN
      EXECUTE IMMEDIATE 'SELECT SUM(bytes) FROM dba_free_space WHERE tablespace_name = :name' INTO l_count USING 'USERS';
      IF NVL(l_count, 0) < 24776592589 THEN
        finding('warning', 'OP311 space-short', 'about 23.1 GB are needed in USERS, free without extending files: ' || ROUND(NVL(l_count, 0) / 1048576) || ' MB');
      END IF;
    EXCEPTION
      WHEN no_such_table THEN
        finding('info', 'OP311 space-short', 'not checked: DBA_FREE_SPACE is not visible. About 23.1 GB are needed in USERS');
    END;
  END IF;
  BEGIN
    EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM v$locked_object l JOIN all_objects o ON o.object_id = l.object_id'
      || ' WHERE o.owner = :owner AND o.object_name = :name' INTO l_count USING 'SHOP', 'ORDERS';
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
     WHERE d.referenced_owner = 'SHOP'
       AND d.referenced_name = 'ORDERS'
       AND o.status <> 'VALID'
  ) LOOP
    finding('info', 'OP316 invalid-baseline', found.text || ' is invalid already');
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('errors: ' || l_errors || ', warnings: ' || l_warnings);
  IF l_errors > 0 THEN
    RAISE_APPLICATION_ERROR(-20300, 'OP300 preflight-failed: ' || l_errors || ' error(s) for SHOP.ORDERS, listed above.'
      || ' Nothing was changed. Each code is explained by: orapart explain CODE');
  END IF;
  DBMS_OUTPUT.PUT_LINE('00: OK, nothing stands in the way of SHOP.ORDERS');
END;
/
