/* ---------------------------------------------------------------
   lock_tree.sql
   Shows who waits for whom; the root of each tree is the blocker.
   It's read only; nothing is killed.
   --------------------------------------------------------------- */
SET LINESIZE 180 PAGESIZE 200
COLUMN waiter    FORMAT A40
COLUMN event     FORMAT A32
COLUMN object    FORMAT A40

WITH waits AS (
  SELECT /*+ MATERIALIZE */
         sid, serial#, username, event, blocking_session, row_wait_obj#, seconds_in_wait
    FROM v$session
   WHERE blocking_session IS NOT NULL
      OR sid IN (SELECT blocking_session FROM v$session)
)
SELECT LPAD(' ', 2 * (LEVEL - 1)) || w.username || ' (' || w.sid || ',' || w.serial# || ')' AS waiter,
       w.event,
       w.seconds_in_wait AS secs,
       o.owner || '.' || o.object_name AS object
  FROM waits w
  LEFT JOIN dba_objects o ON o.object_id = w.row_wait_obj#
 START WITH w.blocking_session IS NULL
CONNECT BY PRIOR w.sid = w.blocking_session
 ORDER SIBLINGS BY w.seconds_in_wait DESC;
