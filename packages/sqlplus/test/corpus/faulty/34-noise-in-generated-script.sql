SET LINESIZE 200 TRIMSPOOL ON
DEFINE target = REPORTING
SPOOL drop_synonyms.sql REPLACE
SELECT 'drop synonym ' || owner || '.' || synonym_name || ';' FROM dba_synonyms WHERE owner = '&target';
SPOOL OFF
SPOOL who.log REPLACE
SELECT username FROM dba_users WHERE username = '&target';
SPOOL OFF
