-- How much of each table's high water mark is in use.
SET LINESIZE 120 PAGESIZE 100 LONG 20000
COLUMN table_name FORMAT A30

WITH
  FUNCTION used_blocks(p_owner VARCHAR2, p_table VARCHAR2) RETURN NUMBER IS
    l_count NUMBER;
  BEGIN
    EXECUTE IMMEDIATE
      'SELECT COUNT(DISTINCT dbms_rowid.rowid_block_number(rowid)) FROM "' || p_owner || '"."' || p_table || '"'
      INTO l_count;
    RETURN l_count;
  END used_blocks;
SELECT t.table_name, t.blocks, used_blocks(t.owner, t.table_name) AS used
  FROM all_tables t
 WHERE t.owner = 'HR'
   AND t.blocks > 1000
 ORDER BY t.blocks DESC
/
