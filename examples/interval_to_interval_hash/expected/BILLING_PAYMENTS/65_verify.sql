WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 65  Verify the structure of BILLING.PAYMENTS
-- Table    BILLING.PAYMENTS
-- Why      a success word needs a passed check: every column, constraint, index, trigger and
--          comment is compared
-- Locks    none
-- Needs    owner, or SELECT_CATALOG_ROLE
-- Restart  run again, as often as needed
-- Undo     none needed: it reads, only the ledger notes that it passed
-- Made by  orapart 0.0.0, plan 7554e637, template core:65_verify.sql
-- ==============================================================================
PROMPT 65: compare the structure of BILLING.PAYMENTS with the plan and with BILLING.PAYMENTS_OLD (reads only)
BEGIN
  DBMS_APPLICATION_INFO.SET_MODULE('orapart', '65 verify');
END;
/

-- Guard. This file only reads: run it as often as you like.
DECLARE
  no_such_table EXCEPTION;
  PRAGMA EXCEPTION_INIT(no_such_table, -942);
  FUNCTION noted (p_item IN VARCHAR2) RETURN VARCHAR2 IS
    l_value VARCHAR2(4000);
  BEGIN
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM BILLING.ORAPART_PAYMENTS WHERE item = :item'
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
     WHERE owner = 'BILLING' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger BILLING.ORAPART_PAYMENTS does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> '7554e637c79b79bc1173695696725a7a94bf7b1748947d64c10aec812b9880be' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan 7554e637. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-60') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 60 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('PAYMENTS') IS NULL OR table_id('PAYMENTS') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.PAYMENTS has object id '
      || NVL(table_id('PAYMENTS'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('PAYMENTS_OLD') IS NULL OR table_id('PAYMENTS_OLD') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: BILLING.PAYMENTS_OLD has object id '
      || NVL(table_id('PAYMENTS_OLD'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
END;
/

-- All findings at once: a row of any of these queries is something that differs from the plan.
DECLARE
  l_wrong PLS_INTEGER := 0;
  FUNCTION is_read_only (p_name IN VARCHAR2) RETURN BOOLEAN IS
    l_state VARCHAR2(30);
  BEGIN
    SELECT MAX(read_only) INTO l_state FROM all_tables
     WHERE owner = 'BILLING' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'BILLING', p_name;
    END IF;
    RETURN NVL(l_state, 'NO') = 'YES';
  END is_read_only;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('OP602 structure-differs: ' || p_text);
  END wrong;
BEGIN
  -- Partitioning.
  FOR found IN (
    SELECT 'interval ' || p.interval || ', subpartitioning ' || p.subpartitioning_type || ' ' || p.def_subpartition_count
           || ', planned NUMTOYMINTERVAL(1,''MONTH''), HASH 16' AS text
      FROM all_part_tables p
     WHERE p.owner = 'BILLING'
       AND p.table_name = 'PAYMENTS'
       AND (REPLACE(UPPER(NVL(p.interval, '-')), ' ') <> 'NUMTOYMINTERVAL(1,''MONTH'')'
            OR p.subpartitioning_type <> 'HASH'
            OR p.def_subpartition_count <> 16
           )
  ) LOOP
    wrong(found.text);
  END LOOP;
  -- Columns: the retained table is the measure. The only intended difference is NOT NULL on the partition key.
  FOR found IN (
    SELECT 'column ' || NVL(n.column_name, o.column_name) || ' differs from the retained table' AS text
      FROM (SELECT column_name, data_type, data_length, data_precision, data_scale, char_length, char_used, nullable,
                   hidden_column, virtual_column, identity_column, default_on_null, default_length
              FROM all_tab_cols
             WHERE owner = 'BILLING' AND table_name = 'PAYMENTS_OLD' AND user_generated = 'YES') o
      FULL OUTER JOIN
           (SELECT column_name, data_type, data_length, data_precision, data_scale, char_length, char_used, nullable,
                   hidden_column, virtual_column, identity_column, default_on_null, default_length
              FROM all_tab_cols
             WHERE owner = 'BILLING' AND table_name = 'PAYMENTS' AND user_generated = 'YES') n
        ON n.column_name = o.column_name
     WHERE n.column_name IS NULL
        OR o.column_name IS NULL
        OR n.data_type <> o.data_type
        OR n.data_length <> o.data_length
        OR NVL(n.data_precision, -1) <> NVL(o.data_precision, -1)
        OR NVL(n.data_scale, -999) <> NVL(o.data_scale, -999)
        OR NVL(n.char_length, -1) <> NVL(o.char_length, -1)
        OR NVL(n.char_used, '-') <> NVL(o.char_used, '-')
        OR n.hidden_column <> o.hidden_column
        OR n.virtual_column <> o.virtual_column
        OR n.identity_column <> o.identity_column
        OR n.default_on_null <> o.default_on_null
        OR (n.nullable <> o.nullable AND n.column_name NOT IN ('PAID_AT'))
  ) LOOP
    wrong(found.text);
  END LOOP;
  -- Properties: what the table, its columns and what hangs on it are like.
  FOR found IN (
    SELECT 'row movement is ' || t.row_movement || ', row dependencies ' || t.dependencies || ', result cache ' || t.result_cache
           || ', planned ENABLED, DISABLED, DEFAULT' AS text
      FROM all_tables t
     WHERE t.owner = 'BILLING' AND t.table_name = 'PAYMENTS'
       AND (t.row_movement <> 'ENABLED' OR t.dependencies <> 'DISABLED'
            OR NVL(t.result_cache, 'DEFAULT') <> 'DEFAULT')
    UNION ALL
    SELECT 'PCTFREE of new partitions is ' || p.def_pct_free || ', INITRANS ' || p.def_ini_trans || ', compression '
           || NVL(p.def_compress_for, 'none') || ', planned 10, 1, none'
      FROM all_part_tables p
     WHERE p.owner = 'BILLING' AND p.table_name = 'PAYMENTS'
       AND (NVL(p.def_compress_for, 'none') <> 'none'
            OR p.def_pct_free <> 10
            OR p.def_ini_trans <> 1
           )
    UNION ALL
    SELECT 'index ' || planned.owner || '.' || planned.name || ' is ' || n.index_type || ', in the retained table ' || o.index_type
      FROM (
            SELECT 'BILLING' AS owner, 'PAYMENTS_PK' AS name, 'PAYMENTS_PK_OLD' AS retained FROM dual UNION ALL
            SELECT 'BILLING' AS owner, 'PAYMENTS_CUSTOMER_IX' AS name, 'PAYMENTS_CUSTOMER_IX_OLD' AS retained FROM dual
           ) planned
      JOIN all_indexes n ON n.owner = planned.owner AND n.index_name = planned.name
      JOIN all_indexes o ON o.owner = planned.owner AND o.index_name = planned.retained
     WHERE n.index_type <> o.index_type
    UNION ALL
    SELECT 'column ' || n.column_name || ' has place ' || NVL(TO_CHAR(n.column_id), 'none') || ', in the retained table ' || NVL(TO_CHAR(o.column_id), 'none')
      FROM all_tab_cols o
      JOIN all_tab_cols n ON n.owner = o.owner AND n.column_name = o.column_name
     WHERE o.owner = 'BILLING' AND o.table_name = 'PAYMENTS_OLD'
       AND n.table_name = 'PAYMENTS'
       AND o.user_generated = 'YES'
       AND NVL(n.column_id, 0) <> NVL(o.column_id, 0)
  ) LOOP
    wrong(found.text);
  END LOOP;
  -- Constraints with their states.
  FOR found IN (
    SELECT 'constraint ' || planned.name || ' is not ' || planned.status || ' ' || planned.validated AS text
      FROM (
            SELECT 'PAYMENTS_PK' AS name, 'P' AS type, 'ENABLED' AS status, 'VALIDATED' AS validated FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'BILLING'
                AND c.table_name = 'PAYMENTS'
                AND c.constraint_name = planned.name
                AND c.constraint_type = planned.type
                AND c.status = planned.status
                AND c.validated = planned.validated)
  ) LOOP
    wrong(found.text);
  END LOOP;
  -- Indexes: uniqueness, place, visibility, degree, and the status of every part.
  FOR found IN (
    SELECT 'index ' || planned.name || ' is not ' || planned.uniqueness || ', ' || planned.locality || ', ' || planned.visibility || ', degree ' || planned.degree AS text
      FROM (
            SELECT 'PAYMENTS_PK' AS name, 'UNIQUE' AS uniqueness, 'GLOBAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'PAYMENTS_CUSTOMER_IX' AS name, 'NONUNIQUE' AS uniqueness, 'LOCAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_indexes i
               LEFT JOIN all_part_indexes p ON p.owner = i.owner AND p.index_name = i.index_name
              WHERE i.table_owner = 'BILLING'
                AND i.table_name = 'PAYMENTS'
                AND i.index_name = planned.name
                AND i.uniqueness = planned.uniqueness
                AND NVL(p.locality, 'GLOBAL') = planned.locality
                AND i.visibility = planned.visibility
                AND TRIM(i.degree) = planned.degree)
    UNION ALL
    SELECT 'index ' || i.index_name || ' is UNUSABLE in ' || COUNT(*) || ' part(s)'
      FROM all_indexes i
      LEFT JOIN all_ind_partitions p ON p.index_owner = i.owner AND p.index_name = i.index_name AND p.status = 'UNUSABLE'
      LEFT JOIN all_ind_subpartitions s ON s.index_owner = i.owner AND s.index_name = i.index_name AND s.status = 'UNUSABLE'
     WHERE i.table_owner = 'BILLING'
       AND i.table_name = 'PAYMENTS'
       AND (i.status = 'UNUSABLE' OR p.index_name IS NOT NULL OR s.index_name IS NOT NULL)
     GROUP BY i.index_name
  ) LOOP
    wrong(found.text);
  END LOOP;
  -- Triggers, comments, degree, policies, and foreign keys that still point to the retained table.
  FOR found IN (
    SELECT 'trigger ' || planned.name || ' is missing, not ' || planned.status || ' or does not compile' AS text
      FROM (
            SELECT 'BILLING' AS owner, 'ORAPART_PAYMENTS_TRG' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_triggers t
               JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
              WHERE t.table_owner = 'BILLING'
                AND t.table_name = 'PAYMENTS'
                AND t.owner = planned.owner
                AND t.trigger_name = planned.name
                AND t.status = planned.status
                AND o.status = 'VALID')
    UNION ALL
    SELECT 'comment on ' || NVL(o.column_name, 'the table') || ' differs from the retained table'
      FROM (SELECT column_name, comments FROM all_col_comments WHERE owner = 'BILLING' AND table_name = 'PAYMENTS_OLD'
            UNION ALL
            SELECT NULL, comments FROM all_tab_comments WHERE owner = 'BILLING' AND table_name = 'PAYMENTS_OLD') o
     WHERE o.comments IS NOT NULL
       AND NOT EXISTS (
             SELECT 1
               FROM (SELECT column_name, comments FROM all_col_comments WHERE owner = 'BILLING' AND table_name = 'PAYMENTS'
                     UNION ALL
                     SELECT NULL, comments FROM all_tab_comments WHERE owner = 'BILLING' AND table_name = 'PAYMENTS') n
              WHERE NVL(n.column_name, '-') = NVL(o.column_name, '-')
                AND n.comments = o.comments)
    UNION ALL
    SELECT o.object_type || ' ' || o.owner || '.' || o.object_name || ' is ' || o.status
      FROM all_objects o
     WHERE o.status <> 'VALID'
       AND (o.owner, o.object_name, o.object_type) IN (
             SELECT NULL, NULL, NULL FROM dual WHERE 1 = 0
           )
    UNION ALL
    SELECT 'degree of the table is ' || TRIM(t.degree) || ', planned 1'
      FROM all_tables t
     WHERE t.owner = 'BILLING'
       AND t.table_name = 'PAYMENTS'
       AND TRIM(t.degree) <> '1'
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 0 are planned'
      FROM all_policies
     WHERE object_owner = 'BILLING'
       AND object_name = 'PAYMENTS'
    HAVING COUNT(*) <> 0
    UNION ALL
    SELECT 'foreign key ' || c.owner || '.' || c.constraint_name || ' of ' || c.table_name || ' still points to the retained table'
      FROM all_constraints c
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE c.constraint_type = 'R'
       AND k.owner = 'BILLING'
       AND k.table_name = 'PAYMENTS_OLD'
       AND NOT (c.owner = 'BILLING' AND c.table_name = 'PAYMENTS_OLD')
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF is_read_only('PAYMENTS') THEN
    wrong('BILLING.PAYMENTS is READ ONLY');
  END IF;
  IF NOT is_read_only('PAYMENTS_OLD') THEN
    wrong('BILLING.PAYMENTS_OLD is not READ ONLY');
  END IF;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20602, 'OP602 structure-differs: ' || l_wrong || ' thing(s) of BILLING.PAYMENTS differ from the plan, listed above. The table is open and no row is lost.');
  END IF;
  DELETE FROM BILLING.ORAPART_PAYMENTS WHERE item = 'step-65';
  INSERT INTO BILLING.ORAPART_PAYMENTS (item, value, noted_at)
  VALUES ('step-65', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('65: OK, BILLING.PAYMENTS is what was planned');
END;
/
PROMPT BILLING.PAYMENTS_OLD is kept. 70_drop_old_table.sql refuses for 7 day(s) after the cutover
