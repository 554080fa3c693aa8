-- install_table.sql TABLE TABLESPACE
-- Called by install.sql for each history table.
WHENEVER OSERROR EXIT 8 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
PROMPT &1 in tablespace &2

CREATE TABLE &1 (
  id         NUMBER(18)   NOT NULL,
  valid_from DATE         NOT NULL,
  data       VARCHAR2(400 CHAR)
)
TABLESPACE &2
PARTITION BY RANGE (valid_from) INTERVAL (NUMTOYMINTERVAL(1, 'MONTH'))
(PARTITION p_first VALUES LESS THAN (DATE '2020-01-01'));

ALTER TABLE &1 ADD CONSTRAINT &1._pk PRIMARY KEY (id, valid_from) USING INDEX LOCAL;
COMMENT ON TABLE &1 IS 'History; filled by triggers';
