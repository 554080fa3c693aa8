WHENEVER SQLERROR EXIT FAILURE ROLLBACK
DELETE FROM app.sessions WHERE last_seen < SYSDATE - 30;
/*+ the next one is slow */
DELETE FROM app.visits WHERE visited < SYSDATE - 365;
COMMIT;
