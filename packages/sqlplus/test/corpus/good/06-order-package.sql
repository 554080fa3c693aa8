SET DEFINE OFF
SET SQLBLANKLINES ON
WHENEVER OSERROR EXIT FAILURE
WHENEVER SQLERROR EXIT FAILURE ROLLBACK

CREATE OR REPLACE PACKAGE sales.order_api AUTHID DEFINER AS
  -----------------------------------------------------------------
  -- Orders: the only way for the web shop to write them.
  -- Errors: -20100 .. -20109 (see order_api_errors.md)
  -----------------------------------------------------------------
  SUBTYPE order_id_t IS sales.orders.order_id%TYPE;

  e_closed EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_closed, -20101);

  FUNCTION new_order(p_customer IN NUMBER, p_ref IN VARCHAR2 DEFAULT NULL) RETURN order_id_t;
  PROCEDURE close_order(p_id IN order_id_t);
END order_api;
/
SHOW ERRORS PACKAGE sales.order_api

CREATE OR REPLACE PACKAGE BODY sales.order_api AS

  c_open   CONSTANT VARCHAR2(10) := 'OPEN';
  c_closed CONSTANT VARCHAR2(10) := 'CLOSED';

  PROCEDURE log_line(p_text IN VARCHAR2) IS
    PRAGMA AUTONOMOUS_TRANSACTION;
  BEGIN
    INSERT INTO sales.order_log (logged_at, text)
    VALUES (SYSTIMESTAMP, SUBSTR(p_text, 1, 4000));
    COMMIT;
  END log_line;

  FUNCTION new_order(p_customer IN NUMBER, p_ref IN VARCHAR2 DEFAULT NULL) RETURN order_id_t IS
    l_id order_id_t;
  BEGIN
    INSERT INTO sales.orders (order_id, customer_id, ref, status, created_at)
    VALUES (sales.order_seq.NEXTVAL, p_customer, NVL(p_ref, q'[it's a walk-in; no ref]'), c_open, SYSDATE)
    RETURNING order_id INTO l_id;

    log_line('new order ' || l_id || ' for R&D; customer ' || p_customer);
    RETURN l_id;
  END new_order;

  PROCEDURE close_order(p_id IN order_id_t) IS
  BEGIN
    UPDATE sales.orders SET status = c_closed WHERE order_id = p_id AND status = c_open;

    IF SQL%ROWCOUNT = 0 THEN
      RAISE_APPLICATION_ERROR(-20101, q'{The order isn't open: }' || p_id);
    END IF;
  EXCEPTION
    WHEN e_closed THEN
      log_line('closed twice: ' || p_id);
      RAISE;
  END close_order;

END order_api;
/
SHOW ERRORS PACKAGE BODY sales.order_api

GRANT EXECUTE ON sales.order_api TO web_shop;
