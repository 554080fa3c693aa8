WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

BEGIN
  app.prepare;
@@one_more_step.sql
  app.finish;
END;
/
