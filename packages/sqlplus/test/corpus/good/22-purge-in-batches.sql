SET SERVEROUTPUT ON SIZE UNLIMITED FORMAT WRAPPED
SET TIMING ON
WHENEVER SQLERROR EXIT FAILURE ROLLBACK

DECLARE
  c_batch CONSTANT PLS_INTEGER := 10000;
  c_limit CONSTANT DATE := ADD_MONTHS(TRUNC(SYSDATE, 'MM'), -18);
  l_all   PLS_INTEGER := 0;
BEGIN
  <<batches>>
  LOOP
    DELETE /*+ INDEX(e events_date_ix) */ FROM app.events e
     WHERE e.event_date < c_limit
       AND ROWNUM <= c_batch;
    EXIT batches WHEN SQL%ROWCOUNT = 0;
    l_all := l_all + SQL%ROWCOUNT;
    COMMIT;
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('purge: ' || l_all);
  END LOOP batches;

  DBMS_OUTPUT.PUT_LINE('purged ' || TO_CHAR(l_all, 'FM999G999G999') || ' events');
EXCEPTION
  WHEN OTHERS THEN
    ROLLBACK;
    DBMS_OUTPUT.PUT_LINE('stopped after ' || l_all || ': ' || SQLERRM);
    RAISE;
END;
/
