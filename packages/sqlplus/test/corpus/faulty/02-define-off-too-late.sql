WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
-- data for the departments, Q&A and support
SET ECHO OFF
SET DEFINE OFF
INSERT INTO shop.departments (id, name) VALUES (9, 'Questions & answers');
COMMIT;
EXIT 0
