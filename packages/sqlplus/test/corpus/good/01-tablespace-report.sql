REM ======================================================================
REM  tablespace_report.sql : allocated, used and free space by tablespace
REM  Needs: SELECT on DBA_DATA_FILES, DBA_FREE_SPACE
REM ======================================================================
SET ECHO OFF FEEDBACK OFF VERIFY OFF
SET PAGESIZE 60 LINESIZE 132 TRIMSPOOL ON
TTITLE CENTER 'Space by tablespace' SKIP 1 -
       CENTER 'all sizes in MB' SKIP 2
BTITLE LEFT 'page ' FORMAT 999 SQL.PNO
COLUMN tablespace_name FORMAT A30 HEADING 'Tablespace'
COLUMN file_mb  FORMAT 999,999,990 HEADING 'Allocated'
COLUMN free_mb  FORMAT 999,999,990 HEADING 'Free'
COLUMN used_pct FORMAT 990.0       HEADING 'Used %'
COLUMN kind NOPRINT
BREAK ON kind SKIP 1 ON REPORT
COMPUTE SUM LABEL 'Total' OF file_mb free_mb ON REPORT

SPOOL tablespace_report.lst REPLACE
SELECT t.contents AS kind,
       t.tablespace_name,
       ROUND(f.bytes / 1048576) AS file_mb,
       ROUND(NVL(s.bytes, 0) / 1048576) AS free_mb,
       ROUND(100 * (f.bytes - NVL(s.bytes, 0)) / f.bytes, 1) AS used_pct
  FROM dba_tablespaces t
  JOIN (SELECT tablespace_name, SUM(bytes) AS bytes
          FROM dba_data_files
         GROUP BY tablespace_name) f ON f.tablespace_name = t.tablespace_name
  LEFT JOIN (SELECT tablespace_name, SUM(bytes) AS bytes
               FROM dba_free_space
              GROUP BY tablespace_name) s ON s.tablespace_name = t.tablespace_name
 ORDER BY t.contents, used_pct DESC;
SPOOL OFF

CLEAR BREAKS
CLEAR COMPUTES
TTITLE OFF
BTITLE OFF
