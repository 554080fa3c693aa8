WHENEVER OSERROR  EXIT 2 ROLLBACK
WHENEVER SQLERROR EXIT 3 ROLLBACK
SET ECHO OFF FEEDBACK ON TIMING ON
SPOOL merge_load.log APPEND

PROMPT Loading the day into DWH.CUSTOMER_DIM ...
ALTER SESSION ENABLE PARALLEL DML;

MERGE /*+ PARALLEL(d 4) USE_HASH(d s) */ INTO dwh.customer_dim d
USING (
  SELECT /*+ PARALLEL(c 4) */
         c.customer_id,
         c.name,
         NVL(c.country, '??') AS country, -- the source has no default
         c.changed_at
    FROM stage.customers c
   WHERE c.load_date = TRUNC(SYSDATE)
) s
ON (d.customer_id = s.customer_id)
WHEN MATCHED THEN UPDATE
  SET d.name       = s.name,
      d.country    = s.country,
      d.changed_at = s.changed_at
  WHERE d.changed_at < s.changed_at
WHEN NOT MATCHED THEN INSERT (customer_id, name, country, changed_at)
  VALUES (s.customer_id, s.name, s.country, s.changed_at)
LOG ERRORS INTO dwh.err$_customer_dim ('merge_load') REJECT LIMIT 100;

COMMIT;
ALTER SESSION DISABLE PARALLEL DML;

SELECT COUNT(*) AS rejected
  FROM dwh.err$_customer_dim
 WHERE ora_err_tag$ = 'merge_load';

SPOOL OFF
EXIT 0
