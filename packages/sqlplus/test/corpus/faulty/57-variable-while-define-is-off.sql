WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

SET DEFINE OFF
DEFINE owner = APP
UPDATE &owner..settings SET value = 'R&D' WHERE name = 'department';
UPDATE app.settings SET value = '&1' WHERE name = 'run';
COMMIT;
@@&owner._steps.sql
