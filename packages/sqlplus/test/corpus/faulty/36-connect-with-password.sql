WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

CONNECT app/tiger7@proddb
UPDATE app.settings SET value = 'on' WHERE name = 'readonly';
COMMIT;
HOST sqlplus -s monitor/s3cret@proddb @@after.sql
CREATE USER batch IDENTIFIED BY "Summer2026" QUOTA 1G ON users;
EXIT 0
