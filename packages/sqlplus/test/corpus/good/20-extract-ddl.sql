-- extract_ddl.sql: tables and indexes of a schema as one script
set long 2000000 longchunksize 32767 pagesize 0 linesize 32767
set trimspool on heading off feedback off verify off echo off termout off
accept schema char prompt 'Schema: '

begin
  dbms_metadata.set_transform_param(dbms_metadata.session_transform, 'SQLTERMINATOR', true);
  dbms_metadata.set_transform_param(dbms_metadata.session_transform, 'STORAGE', false);
end;
/

spool ddl_&schema..sql replace
select dbms_metadata.get_ddl('TABLE', table_name, owner)
  from dba_tables
 where owner = upper('&schema') and nested = 'NO' and iot_type is null
 order by table_name;
select dbms_metadata.get_ddl('INDEX', index_name, owner)
  from dba_indexes
 where owner = upper('&schema') and index_type not in ('LOB', 'IOT - TOP')
 order by index_name;
spool off

exec dbms_metadata.set_transform_param(dbms_metadata.session_transform, 'DEFAULT')
set termout on feedback on heading on
