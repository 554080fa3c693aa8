WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

SELECT col1,
#PROMPT nobody expects this
       col2
  FROM app.t;
# shell style comment
EXIT 0
