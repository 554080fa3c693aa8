--------------------------------------------------------------------------------
-- Nightly purge of the web log, 02:15, as SALES.
--------------------------------------------------------------------------------
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
SET SERVEROUTPUT ON SIZE UNLIMITED

DECLARE
  c_job CONSTANT VARCHAR2(30) := 'PURGE_WEB_LOG';
  l_count PLS_INTEGER;
BEGIN
  SELECT COUNT(*) INTO l_count FROM user_scheduler_jobs WHERE job_name = c_job;

  IF l_count > 0 THEN
    dbms_scheduler.drop_job(job_name => c_job, force => TRUE);
    dbms_output.put_line('old ' || c_job || ' dropped');
  END IF;

  dbms_scheduler.create_job(
    job_name        => c_job,
    job_type        => 'PLSQL_BLOCK',
    job_action      => q'[BEGIN
                            DELETE FROM web_log WHERE logged_at < SYSDATE - 90;
                            COMMIT;
                          END;]',
    start_date      => SYSTIMESTAMP,
    repeat_interval => 'FREQ=DAILY; BYHOUR=2; BYMINUTE=15',
    enabled         => TRUE,
    comments        => 'keeps 90 days; ask the web team before changing that');
END;
/

COLUMN next_run_date FORMAT A40
SELECT job_name, state, next_run_date FROM user_scheduler_jobs ORDER BY job_name;
