REM export_schema.sql  consistent export of one schema, with a check of the space before.
REM The password is in the wallet; the parfile is beside this script.

SET ECHO OFF FEEDBACK OFF VERIFY OFF HEADING OFF PAGESIZE 0
WHENEVER OSERROR EXIT 2
WHENEVER SQLERROR EXIT 2

COLUMN dir NEW_VALUE dir NOPRINT
SELECT directory_path AS dir FROM dba_directories WHERE directory_name = 'DPUMP';

COLUMN stamp NEW_VALUE stamp NOPRINT
SELECT TO_CHAR(SYSDATE, 'YYYYMMDD_HH24MI') AS stamp FROM dual;

PROMPT Writing to &dir, stamp &stamp
HOST df -h &dir
HOST expdp /@prod_wallet parfile=export_schema.par dumpfile=sales_&stamp._%U.dmp logfile=sales_&stamp..log

SELECT job_name, state FROM dba_datapump_jobs WHERE state <> 'NOT RUNNING';
EXIT
