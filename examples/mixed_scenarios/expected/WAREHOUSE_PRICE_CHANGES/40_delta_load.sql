WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- 40  Delta, statistics, comparison and grants of WAREHOUSE.PRICE_CHANGES_INT
-- Table    WAREHOUSE.PRICE_CHANGES
-- Why      what is ready before the cutover does not lengthen it: optimizer statistics, privileges,
--          the proof that the copy is right
-- Locks    row on WAREHOUSE.PRICE_CHANGES_INT (per delta round)
-- Needs    owner, or ANALYZE ANY and GRANT ANY OBJECT PRIVILEGE
-- Restart  run again, as often as needed
-- Undo     rollback/40_undo_delta_load.sql: revokes the grants on WAREHOUSE.PRICE_CHANGES_INT and
--          deletes its statistics, until the cutover (step 50), after its undo again
-- Made by  orapart 0.0.0, plan a02f426d, template core:40_delta_load.sql
-- ==============================================================================
PROMPT 40: delta, statistics, grants
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
    EXECUTE IMMEDIATE 'SELECT MAX(value) FROM WAREHOUSE.ORAPART_PRICE_CHANGES WHERE item = :item'
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
     WHERE owner = 'WAREHOUSE' AND object_name = p_name AND object_type = 'TABLE';
    RETURN l_id;
  END table_id;
BEGIN
  IF noted('plan') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: the ledger WAREHOUSE.ORAPART_PRICE_CHANGES does not exist.'
      || ' Nothing was changed. Start with master1.sql.');
  ELSIF noted('plan') <> 'a02f426dda4ec40f093a468cb8b0ac522899ccc3ba7aeb3beca12685300ea6e2' THEN
    RAISE_APPLICATION_ERROR(-20402, 'OP402 other-plan: the ledger belongs to plan ' || SUBSTR(noted('plan'), 1, 8)
      || ', this script to plan a02f426d. Nothing was changed. Use the scripts of that plan, or undo it first.');
  END IF;
  IF noted('step-30') IS NULL THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: step 30 is not done. Nothing was changed. Run the master, which goes in order.');
  END IF;
  IF table_id('PRICE_CHANGES') IS NULL OR table_id('PRICE_CHANGES') <> NVL(noted('source-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.PRICE_CHANGES has object id '
      || NVL(table_id('PRICE_CHANGES'), '(none)') || ', the ledger has ' || NVL(noted('source-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF table_id('PRICE_CHANGES_INT') IS NULL OR table_id('PRICE_CHANGES_INT') <> NVL(noted('interim-id'), '-') THEN
    RAISE_APPLICATION_ERROR(-20404, 'OP404 object-changed: WAREHOUSE.PRICE_CHANGES_INT has object id '
      || NVL(table_id('PRICE_CHANGES_INT'), '(none)') || ', the ledger has ' || NVL(noted('interim-id'), '(none)')
      || '. Nothing was changed. Find out who replaced it, or undo with rollback/master_rollback.sql.');
  END IF;
  IF noted('interim-stale') = 'yes' THEN
    RAISE_APPLICATION_ERROR(-20401, 'OP401 step-blocked: WAREHOUSE.PRICE_CHANGES_INT is the copy of a cutover that was undone.'
      || ' Nothing was changed. Run rollback/master_rollback.sql, then start with master1.sql.');
  END IF;
END;
/

-- 40.1  One round of the delta: rows whose LAST_CHANGED says they changed since the last round. Run again as often as you like.
DECLARE
  l_from  DATE;
  l_begin DATE := SYSDATE - 1 / 24;
  l_rows  NUMBER;
BEGIN
  SELECT TO_DATE(value, 'YYYY-MM-DD HH24:MI:SS')
    INTO l_from
    FROM WAREHOUSE.ORAPART_PRICE_CHANGES
   WHERE item = 'delta-from';
  MERGE INTO WAREHOUSE.PRICE_CHANGES_INT i
  USING (
         SELECT
                t.CHANGE_ID,
                t.VALID_FROM,
                t.ARTICLE_ID,
                t.PRICE,
                t.LAST_CHANGED
           FROM WAREHOUSE.PRICE_CHANGES t
          WHERE t.LAST_CHANGED >= l_from
             OR t.LAST_CHANGED IS NULL
        ) t
     ON (i.CHANGE_ID = t.CHANGE_ID)
   WHEN MATCHED THEN UPDATE SET
        i.VALID_FROM = t.VALID_FROM,
        i.ARTICLE_ID = t.ARTICLE_ID,
        i.PRICE = t.PRICE,
        i.LAST_CHANGED = t.LAST_CHANGED
   WHEN NOT MATCHED THEN INSERT (
        i.CHANGE_ID,
        i.VALID_FROM,
        i.ARTICLE_ID,
        i.PRICE,
        i.LAST_CHANGED
      )
      VALUES (
        t.CHANGE_ID,
        t.VALID_FROM,
        t.ARTICLE_ID,
        t.PRICE,
        t.LAST_CHANGED
      );
  l_rows := SQL%ROWCOUNT;
  UPDATE WAREHOUSE.ORAPART_PRICE_CHANGES
     SET value = TO_CHAR(l_begin, 'YYYY-MM-DD HH24:MI:SS'), noted_at = SYSTIMESTAMP
   WHERE item = 'delta-from';
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('delta: ' || l_rows || ' rows merged');
END;
/

-- 40.2  Statistics, with the histograms of the original asked for by name: a new table has no column usage for SIZE AUTO to go by.
BEGIN
  DBMS_STATS.GATHER_TABLE_STATS(
    ownname       => 'WAREHOUSE',
    tabname       => 'PRICE_CHANGES_INT',
    method_opt    => 'FOR ALL COLUMNS SIZE 1',
    granularity   => 'AUTO',
    degree        => 4,
    cascade       => TRUE,
    no_invalidate => FALSE,
    force         => TRUE);
END;
/

-- 40.3  The exact comparison is made inside the freeze of step 50, after the last delta: before it the source still changes.

-- 40.4  No grants: nobody but the owner has a privilege on WAREHOUSE.PRICE_CHANGES.

-- Proof: statistics are there, every grant is there.
DECLARE
  l_wrong PLS_INTEGER := 0;
  PROCEDURE wrong (p_text IN VARCHAR2) IS
  BEGIN
    l_wrong := l_wrong + 1;
    DBMS_OUTPUT.PUT_LINE('not as planned: ' || p_text);
  END wrong;
BEGIN
  FOR found IN (
    SELECT 'no statistics were gathered' AS text
      FROM all_tables
     WHERE owner = 'WAREHOUSE'
       AND table_name = 'PRICE_CHANGES_INT'
       AND last_analyzed IS NULL
    UNION ALL
    SELECT 'policies: ' || COUNT(*) || ' are there, 0 are planned'
      FROM all_policies
     WHERE object_owner = 'WAREHOUSE'
       AND object_name = 'PRICE_CHANGES_INT'
    HAVING COUNT(*) <> 0
  ) LOOP
    wrong(found.text);
  END LOOP;
  IF l_wrong > 0 THEN
    RAISE_APPLICATION_ERROR(-20406, 'OP406 proof-failed: ' || l_wrong
      || ' thing(s) of WAREHOUSE.PRICE_CHANGES_INT are not as planned, listed above.'
      || ' Mend them and run this file again, or run rollback/40_undo_delta_load.sql.');
  END IF;
  DELETE FROM WAREHOUSE.ORAPART_PRICE_CHANGES WHERE item = 'step-40';
  INSERT INTO WAREHOUSE.ORAPART_PRICE_CHANGES (item, value, noted_at)
  VALUES ('step-40', 'done', SYSTIMESTAMP);
  COMMIT;
  DBMS_OUTPUT.PUT_LINE('40: OK, WAREHOUSE.PRICE_CHANGES_INT is ready for the cutover');
END;
/
