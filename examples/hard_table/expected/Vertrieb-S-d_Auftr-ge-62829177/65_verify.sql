WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 65  Verify the structure of "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Table    "Vertrieb S\00FCd"."Auftr\00E4ge"
-- Why      a success word needs a passed check: every column, constraint, index, trigger and
--          comment is compared
-- Locks    none
-- Needs    owner, or SELECT_CATALOG_ROLE
-- Restart  run again, as often as needed
-- Undo     none needed: it reads, only the ledger notes that it passed
-- Client   names or texts are not ASCII: set NLS_LANG=AMERICAN_AMERICA.AL32UTF8 before sqlplus
-- Made by  orapart 0.0.0, plan 9871e5fd, template core:65_verify.sql
-- ==============================================================================
-- Archived rows are rows: without this no statement of this session sees them.
ALTER SESSION SET ROW ARCHIVAL VISIBILITY = ALL;
PROMPT 65: compare the structure of "Vertrieb S\00FCd"."Auftr\00E4ge" with the plan and with "Vertrieb S\00FCd"."Auftr\00E4ge_OLD" (reads only)
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
  IF noted('step-60') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 60 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('Aufträge') IS NULL OR table_id('Aufträge') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: "Vertrieb Süd"."Aufträge" has object id '
      || NVL(table_id('Aufträge'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('Aufträge_OLD') IS NULL OR table_id('Aufträge_OLD') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: "Vertrieb Süd"."Aufträge_OLD" has object id '
      || NVL(table_id('Aufträge_OLD'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
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
     WHERE owner = 'Vertrieb Süd' AND table_name = p_name;
    IF l_state = 'N/A' THEN
      EXECUTE IMMEDIATE
        'SELECT MAX(def_read_only) FROM all_part_tables WHERE owner = :owner AND table_name = :name'
        INTO l_state USING 'Vertrieb Süd', p_name;
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
           || ', planned NUMTOYMINTERVAL(1,''MONTH''), HASH 8' AS text
      FROM all_part_tables p
     WHERE p.owner = 'Vertrieb Süd'
       AND p.table_name = 'Aufträge'
       AND (REPLACE(UPPER(NVL(p.interval, '-')), ' ') <> 'NUMTOYMINTERVAL(1,''MONTH'')'
            OR p.subpartitioning_type <> 'HASH'
            OR p.def_subpartition_count <> 8
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
             WHERE owner = 'Vertrieb Süd' AND table_name = 'Aufträge_OLD' AND user_generated = 'YES') o
      FULL OUTER JOIN
           (SELECT column_name, data_type, data_length, data_precision, data_scale, char_length, char_used, nullable,
                   hidden_column, virtual_column, identity_column, default_on_null, default_length
              FROM all_tab_cols
             WHERE owner = 'Vertrieb Süd' AND table_name = 'Aufträge' AND user_generated = 'YES') n
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
        OR (n.default_length IS NULL AND n.column_name IN ('gebucht am', 'Menge', 'VOLUME', 'MOMENT_6', 'STATUS', 'REMARK', 'REGION', 'LETTER', 'Summe',
              'LABEL', 'Interna', 'Netto'))
        OR (n.nullable <> o.nullable AND n.column_name NOT IN ('gebucht am'))
  ) LOOP
    wrong(found.text);
  END LOOP;
  -- Properties: what the table, its columns and what hangs on it are like.
  FOR found IN (
    SELECT 'row movement is ' || t.row_movement || ', row dependencies ' || t.dependencies || ', result cache ' || t.result_cache
           || ', planned ENABLED, DISABLED, FORCE' AS text
      FROM all_tables t
     WHERE t.owner = 'Vertrieb Süd' AND t.table_name = 'Aufträge'
       AND (t.row_movement <> 'ENABLED' OR t.dependencies <> 'DISABLED'
            OR NVL(t.result_cache, 'DEFAULT') <> 'FORCE')
    UNION ALL
    SELECT 'PCTFREE of new partitions is ' || p.def_pct_free || ', INITRANS ' || p.def_ini_trans || ', compression '
           || NVL(p.def_compress_for, 'none') || ', planned 5, 4, ADVANCED'
      FROM all_part_tables p
     WHERE p.owner = 'Vertrieb Süd' AND p.table_name = 'Aufträge'
       AND (NVL(p.def_compress_for, 'none') <> 'ADVANCED'
            OR p.def_pct_free <> 5
            OR p.def_ini_trans <> 4
           )
    UNION ALL
    SELECT 'encryption of ' || o.column_name || ' is not ' || o.encryption_alg || ', salt ' || o.salt
      FROM all_encrypted_columns o
     WHERE o.owner = 'Vertrieb Süd' AND o.table_name = 'Aufträge_OLD'
       AND NOT EXISTS (
             SELECT 1
               FROM all_encrypted_columns n
              WHERE n.owner = 'Vertrieb Süd' AND n.table_name = 'Aufträge'
                AND n.column_name = o.column_name
                AND n.encryption_alg = o.encryption_alg
                AND n.salt = o.salt)
    UNION ALL
    SELECT 'identity column ' || o.column_name || ' is not ALWAYS with the options of the retained table'
      FROM all_tab_identity_cols o
      JOIN all_sequences so ON so.sequence_owner = o.owner AND so.sequence_name = o.sequence_name
     WHERE o.owner = 'Vertrieb Süd' AND o.table_name = 'Aufträge_OLD'
       AND NOT EXISTS (
             SELECT 1
               FROM all_tab_identity_cols n
               JOIN all_sequences sn ON sn.sequence_owner = n.owner AND sn.sequence_name = n.sequence_name
              WHERE n.owner = 'Vertrieb Süd' AND n.table_name = 'Aufträge'
                AND n.column_name = o.column_name
                AND n.generation_type = 'ALWAYS'
                AND sn.increment_by = so.increment_by
                AND sn.min_value = so.min_value
                AND sn.max_value = so.max_value
                AND sn.cycle_flag = so.cycle_flag
                AND sn.order_flag = so.order_flag
                AND sn.cache_size = so.cache_size)
    UNION ALL
    SELECT 'LOB ' || planned.name || ' is not SECUREFILE ' || planned.secure || ', in row ' || planned.in_row || ', cache ' || planned.caching
           || ', compression ' || planned.compression || ', deduplication ' || planned.deduplication
      FROM (
            SELECT 'LETTER' AS name, 'YES' AS secure, 'YES' AS in_row, 'YES' AS caching,
                   'MEDIUM' AS compression, 'LOB' AS deduplication FROM dual UNION ALL
            SELECT 'LETTER_N' AS name, 'YES' AS secure, 'YES' AS in_row, 'NO' AS caching,
                   'LOW' AS compression, 'NO' AS deduplication FROM dual UNION ALL
            SELECT 'SCAN' AS name, 'YES' AS secure, 'NO' AS in_row, 'CACHEREADS' AS caching,
                   'NO' AS compression, 'NO' AS deduplication FROM dual UNION ALL
            SELECT 'OLD_NOTE' AS name, 'NO' AS secure, 'YES' AS in_row, 'NO' AS caching,
                   'NO' AS compression, 'NO' AS deduplication FROM dual UNION ALL
            SELECT 'SECRET' AS name, 'YES' AS secure, 'YES' AS in_row, 'NO' AS caching,
                   'HIGH' AS compression, 'NO' AS deduplication FROM dual UNION ALL
            SELECT 'DOC' AS name, 'YES' AS secure, 'YES' AS in_row, 'NO' AS caching,
                   'NO' AS compression, 'NO' AS deduplication FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_part_lobs l
              WHERE l.table_owner = 'Vertrieb Süd' AND l.table_name = 'Aufträge'
                AND l.column_name IN (planned.name, '"' || planned.name || '"')
                AND l.def_securefile = planned.secure
                AND l.def_in_row = planned.in_row
                AND l.def_cache = planned.caching
                AND (planned.secure = 'NO' OR (l.def_compress = planned.compression AND l.def_deduplicate = planned.deduplication)))
    UNION ALL
    SELECT 'index ' || planned.owner || '.' || planned.name || ' is ' || n.index_type || ', in the retained table ' || o.index_type
      FROM (
            SELECT 'Vertrieb Süd' AS owner, 'Aufträge PK' AS name, 'Aufträge PK_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'TOKEN_UK' AS name, 'TOKEN_UK_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'Aufträge_C1' AS name, 'SYS_C0055501' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'STATUS_BMX' AS name, 'STATUS_BMX_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'Kürzel BMX' AS name, 'Kürzel BMX_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'NAME_FX' AS name, 'NAME_FX_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'Offene FX' AS name, 'Offene FX_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'ONE_OPEN_UX' AS name, 'ONE_OPEN_UX_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'Neueste zuerst' AS name, 'Neueste zuerst_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'VORGAENGER_RX' AS name, 'VORGAENGER_RX_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGIO_INDEX1' AS name, 'AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_R_87E97F_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'PREIS_IX' AS name, 'PREIS_IX_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'MOMENT_IX' AS name, 'MOMENT_IX_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'LAGER_IX' AS name, 'LAGER_IX_OLD' AS retained FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'Kunde IX' AS name, 'Kunde IX_OLD' AS retained FROM dual UNION ALL
            SELECT 'Indizes' AS owner, 'Kunde IX' AS name, 'Kunde IX_OLD' AS retained FROM dual
           ) planned
      JOIN all_indexes n ON n.owner = planned.owner AND n.index_name = planned.name
      JOIN all_indexes o ON o.owner = planned.owner AND o.index_name = planned.retained
     WHERE n.index_type <> o.index_type
    UNION ALL
    SELECT 'policy ' || o.policy_name || ' differs from that of the retained table'
      FROM all_policies o
     WHERE o.object_owner = 'Vertrieb Süd' AND o.object_name = 'Aufträge_OLD'
       AND NOT EXISTS (
             SELECT 1
               FROM all_policies n
              WHERE n.object_owner = 'Vertrieb Süd' AND n.object_name = 'Aufträge'
                AND n.policy_name = o.policy_name
                AND n.pf_owner = o.pf_owner
                AND NVL(n."PACKAGE", '-') = NVL(o."PACKAGE", '-')
                AND n."FUNCTION" = o."FUNCTION"
                AND n.sel = o.sel AND n.ins = o.ins AND n.upd = o.upd AND n.del = o.del AND n.idx = o.idx
                AND n.chk_option = o.chk_option
                AND n.enable = o.enable
                AND n.policy_type = o.policy_type
                AND n.long_predicate = o.long_predicate)
    UNION ALL
    SELECT 'supplemental logging of type ' || planned.type || ' is missing'
      FROM (
            SELECT 'PRIMARY KEY LOGGING' AS type FROM dual UNION ALL
            SELECT 'UNIQUE KEY LOGGING' AS type FROM dual UNION ALL
            SELECT 'FOREIGN KEY LOGGING' AS type FROM dual UNION ALL
            SELECT 'ALL COLUMN LOGGING' AS type FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_log_groups g
              WHERE g.owner = 'Vertrieb Süd' AND g.table_name = 'Aufträge'
                AND g.log_group_type = planned.type)
    UNION ALL
    SELECT 'statistics preference ' || o.preference_name || ' differs from that of the retained table'
      FROM all_tab_stat_prefs o
     WHERE o.owner = 'Vertrieb Süd' AND o.table_name = 'Aufträge_OLD'
       AND o.preference_name IN ('INCREMENTAL', 'METHOD_OPT')
       AND NOT EXISTS (
             SELECT 1
               FROM all_tab_stat_prefs n
              WHERE n.owner = 'Vertrieb Süd' AND n.table_name = 'Aufträge'
                AND n.preference_name = o.preference_name
                AND n.preference_value = o.preference_value)
    UNION ALL
    SELECT 'statistics extensions: ' || COUNT(*) || ' are there, 1 are planned'
      FROM all_stat_extensions
     WHERE owner = 'Vertrieb Süd' AND table_name = 'Aufträge'
       AND droppable = 'YES'
       AND creator = 'USER'
    HAVING COUNT(*) < 1
    UNION ALL
    SELECT 'statistics are not locked'
      FROM all_tab_statistics
     WHERE owner = 'Vertrieb Süd' AND table_name = 'Aufträge'
       AND object_type = 'TABLE'
       AND stattype_locked IS NULL
    UNION ALL
    SELECT 'column ' || n.column_name || ' has place ' || NVL(TO_CHAR(n.column_id), 'none') || ', in the retained table ' || NVL(TO_CHAR(o.column_id), 'none')
      FROM all_tab_cols o
      JOIN all_tab_cols n ON n.owner = o.owner AND n.column_name = o.column_name
     WHERE o.owner = 'Vertrieb Süd' AND o.table_name = 'Aufträge_OLD'
       AND n.table_name = 'Aufträge'
       AND o.user_generated = 'YES'
       AND NVL(n.column_id, 0) <> NVL(o.column_id, 0)
  ) LOOP
    wrong(found.text);
  END LOOP;
  -- Constraints with their states.
  FOR found IN (
    SELECT 'constraint ' || planned.name || ' is not ' || planned.status || ' ' || planned.validated AS text
      FROM (
            SELECT 'Aufträge PK' AS name, 'P' AS type, 'ENABLED' AS status, 'VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'TOKEN_UK' AS name, 'U' AS type, 'ENABLED' AS status, 'VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'Aufträge_C1' AS name, 'U' AS type, 'ENABLED' AS status, 'VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'Seal UK' AS name, 'U' AS type, 'DISABLED' AS status, 'NOT VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'Name fehlt' AS name, 'C' AS type, 'ENABLED' AS status, 'VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'BRANCH_NN' AS name, 'C' AS type, 'ENABLED' AS status, 'NOT VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'CLERK_NN' AS name, 'C' AS type, 'DISABLED' AS status, 'NOT VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'SHIFT_NN' AS name, 'C' AS type, 'ENABLED' AS status, 'VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'STATUS_CK' AS name, 'C' AS type, 'ENABLED' AS status, 'VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'Prüfung Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge und Preis Menge u' AS name, 'C' AS type, 'ENABLED' AS status, 'NOT VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'REGION_CK' AS name, 'C' AS type, 'DISABLED' AS status, 'NOT VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'TINY_CK' AS name, 'C' AS type, 'DISABLED' AS status, 'NOT VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'MASS_CK' AS name, 'C' AS type, 'ENABLED' AS status, 'VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'Doc is JSON' AS name, 'C' AS type, 'ENABLED' AS status, 'VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'Aufträge_C2' AS name, 'C' AS type, 'ENABLED' AS status, 'VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'Kunde FK' AS name, 'R' AS type, 'ENABLED' AS status, 'VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'LAGER_FK' AS name, 'R' AS type, 'ENABLED' AS status, 'NOT VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'Aufträge_C3' AS name, 'R' AS type, 'DISABLED' AS status, 'NOT VALIDATED' AS validated FROM dual UNION ALL
            SELECT 'Vorgänger FK' AS name, 'R' AS type, 'ENABLED' AS status, 'NOT VALIDATED' AS validated FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_constraints c
              WHERE c.owner = 'Vertrieb Süd'
                AND c.table_name = 'Aufträge'
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
            SELECT 'Aufträge PK' AS name, 'UNIQUE' AS uniqueness, 'LOCAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'TOKEN_UK' AS name, 'NONUNIQUE' AS uniqueness, 'GLOBAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'Aufträge_C1' AS name, 'UNIQUE' AS uniqueness, 'GLOBAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'STATUS_BMX' AS name, 'NONUNIQUE' AS uniqueness, 'LOCAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'Kürzel BMX' AS name, 'NONUNIQUE' AS uniqueness, 'LOCAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'NAME_FX' AS name, 'NONUNIQUE' AS uniqueness, 'GLOBAL' AS locality, 'VISIBLE' AS visibility, '4' AS degree FROM dual UNION ALL
            SELECT 'Offene FX' AS name, 'NONUNIQUE' AS uniqueness, 'GLOBAL' AS locality, 'VISIBLE' AS visibility, 'DEFAULT' AS degree FROM dual UNION ALL
            SELECT 'ONE_OPEN_UX' AS name, 'UNIQUE' AS uniqueness, 'GLOBAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'Neueste zuerst' AS name, 'NONUNIQUE' AS uniqueness, 'LOCAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'VORGAENGER_RX' AS name, 'NONUNIQUE' AS uniqueness, 'GLOBAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'AUFTRAEGE_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGION_STATUS_KUNDE_REGIO_INDEX1' AS name, 'NONUNIQUE' AS uniqueness, 'LOCAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'PREIS_IX' AS name, 'NONUNIQUE' AS uniqueness, 'GLOBAL' AS locality, 'INVISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'MOMENT_IX' AS name, 'NONUNIQUE' AS uniqueness, 'GLOBAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'LAGER_IX' AS name, 'NONUNIQUE' AS uniqueness, 'GLOBAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'Kunde IX' AS name, 'NONUNIQUE' AS uniqueness, 'GLOBAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual UNION ALL
            SELECT 'Kunde IX' AS name, 'NONUNIQUE' AS uniqueness, 'LOCAL' AS locality, 'VISIBLE' AS visibility, '1' AS degree FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_indexes i
               LEFT JOIN all_part_indexes p ON p.owner = i.owner AND p.index_name = i.index_name
              WHERE i.table_owner = 'Vertrieb Süd'
                AND i.table_name = 'Aufträge'
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
     WHERE i.table_owner = 'Vertrieb Süd'
       AND i.table_name = 'Aufträge'
       AND (i.status = 'UNUSABLE' OR p.index_name IS NOT NULL OR s.index_name IS NOT NULL)
     GROUP BY i.index_name
  ) LOOP
    wrong(found.text);
  END LOOP;
  -- Triggers, comments, degree, policies, and foreign keys that still point to the retained table.
  FOR found IN (
    SELECT 'trigger ' || planned.name || ' is missing, not ' || planned.status || ' or does not compile' AS text
      FROM (
            SELECT 'Vertrieb Süd' AS owner, 'Stempel' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'Stempel 2' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'AUFTRAG_BS' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'AUFTRAG_AR' AS name, 'DISABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'AUFTRAG_AS' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'Zählwerk' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Revision' AS owner, 'Stempel' AS name, 'ENABLED' AS status FROM dual UNION ALL
            SELECT 'Vertrieb Süd' AS owner, 'ORAPART_Aufträge_TRG' AS name, 'ENABLED' AS status FROM dual
           ) planned
     WHERE NOT EXISTS (
             SELECT 1
               FROM all_triggers t
               JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
              WHERE t.table_owner = 'Vertrieb Süd'
                AND t.table_name = 'Aufträge'
                AND t.owner = planned.owner
                AND t.trigger_name = planned.name
                AND t.status = planned.status
                AND o.status = 'VALID')
    UNION ALL
    SELECT 'comment on ' || NVL(o.column_name, 'the table') || ' differs from the retained table'
      FROM (SELECT column_name, comments FROM all_col_comments WHERE owner = 'Vertrieb Süd' AND table_name = 'Aufträge_OLD'
            UNION ALL
            SELECT NULL, comments FROM all_tab_comments WHERE owner = 'Vertrieb Süd' AND table_name = 'Aufträge_OLD') o
     WHERE o.comments IS NOT NULL
       AND NOT EXISTS (
             SELECT 1
               FROM (SELECT column_name, comments FROM all_col_comments WHERE owner = 'Vertrieb Süd' AND table_name = 'Aufträge'
                     UNION ALL
                     SELECT NULL, comments FROM all_tab_comments WHERE owner = 'Vertrieb Süd' AND table_name = 'Aufträge') n
              WHERE NVL(n.column_name, '-') = NVL(o.column_name, '-')
                AND n.comments = o.comments)
    UNION ALL
    SELECT o.object_type || ' ' || o.owner || '.' || o.object_name || ' is ' || o.status
      FROM all_objects o
     WHERE o.status <> 'VALID'
       AND (o.owner, o.object_name, o.object_type) IN (
             SELECT 'Vertrieb Süd', 'V_AUFTRAEGE', 'VIEW' FROM dual UNION ALL
             SELECT 'Vertrieb Süd', 'Zähler', 'PACKAGE' FROM dual UNION ALL
             SELECT 'VERTRIEB_APP', 'Auftrag T', 'TYPE BODY' FROM dual UNION ALL
             SELECT 'Vertrieb Süd', 'MAHNLAUF', 'PROCEDURE' FROM dual
           )
    UNION ALL
    SELECT 'degree of the table is ' || TRIM(t.degree) || ', planned 4'
      FROM all_tables t
     WHERE t.owner = 'Vertrieb Süd'
       AND t.table_name = 'Aufträge'
       AND TRIM(t.degree) <> '4'
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 3 are planned'
      FROM all_policies
     WHERE object_owner = 'Vertrieb Süd'
       AND object_name = 'Aufträge'
    HAVING COUNT(*) <> 3
    UNION ALL
    SELECT 'foreign key ' || c.owner || '.' || c.constraint_name || ' of ' || c.table_name || ' still points to the retained table'
      FROM all_constraints c
      JOIN all_constraints k ON k.owner = c.r_owner AND k.constraint_name = c.r_constraint_name
     WHERE c.constraint_type = 'R'
       AND k.owner = 'Vertrieb Süd'
       AND k.table_name = 'Aufträge_OLD'
       AND NOT (c.owner = 'Vertrieb Süd' AND c.table_name = 'Aufträge_OLD')
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF is_read_only('Aufträge') THEN
    wrong('"Vertrieb Süd"."Aufträge" is READ ONLY');
  END IF;
  IF NOT is_read_only('Aufträge_OLD') THEN
    wrong('"Vertrieb Süd"."Aufträge_OLD" is not READ ONLY');
  END IF;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20602, 'OP602 structure-differs: ' || l_wrong || ' thing(s) of "Vertrieb Süd"."Aufträge" differ from the plan, listed above. The table is open and no row is lost.');
  END IF;
  DELETE FROM "Vertrieb Süd"."ORAPART_Aufträge" WHERE item = 'step-65';
  INSERT INTO "Vertrieb Süd"."ORAPART_Aufträge" (item, value, noted_at)
  VALUES ('step-65', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('65: OK, "Vertrieb Süd"."Aufträge" is what was planned');
END;
/
PROMPT "Vertrieb S\00FCd"."Auftr\00E4ge_OLD" is kept. 70_drop_old_table.sql refuses for 7 day(s) after the cutover
