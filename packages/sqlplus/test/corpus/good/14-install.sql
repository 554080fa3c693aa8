-- install.sql: the whole release. Start it with
--     sqlplus /nolog @install
WHENEVER OSERROR EXIT 8 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
SET ECHO OFF VERIFY OFF FEEDBACK OFF SERVEROUTPUT ON
SPOOL install.log CREATE

PROMPT
PROMPT +--------------------------------------------+
PROMPT |  Release 4.2: order history                |
PROMPT |  about 10 minutes; nobody has to log off   |
PROMPT +--------------------------------------------+
PROMPT

@@install_table.sql ORDER_HISTORY DATA_01
@@install_table.sql ORDER_HISTORY_LINES DATA_02

PROMPT Recompiling ...
EXECUTE DBMS_UTILITY.COMPILE_SCHEMA(USER, compile_all => FALSE)

SELECT object_type, object_name FROM user_objects WHERE status <> 'VALID';

SPOOL OFF
EXIT SUCCESS COMMIT
