-- invalid.sql [owner-pattern]
--   @invalid          all schemas
--   @invalid SALES%   some
-- The next lines give the first argument a value when none was passed.
SET TERMOUT OFF VERIFY OFF FEEDBACK OFF
COLUMN 1 NEW_VALUE 1 NOPRINT
SELECT NULL AS "1" FROM dual WHERE 1 = 2;
COLUMN pattern NEW_VALUE pattern NOPRINT
SELECT NVL('&1', '%') AS pattern FROM dual;
SET TERMOUT ON FEEDBACK 6

COLUMN owner FORMAT A20
COLUMN object_name FORMAT A40
SELECT owner, object_type, object_name, last_ddl_time
  FROM dba_objects
 WHERE status = 'INVALID'
   AND owner LIKE UPPER('&pattern')
 ORDER BY 1, 2, 3;

UNDEFINE 1 pattern
