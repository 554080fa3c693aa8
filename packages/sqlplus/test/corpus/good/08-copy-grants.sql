-- copy_grants.sql FROM_USER TO_USER
-- Writes grants_<to_user>.sql and leaves it for the reviewer; nothing is granted here.
-- Example:  sqlplus -s /nolog @login @copy_grants SCOTT ADAMS

set echo off
set feedback off heading off pagesize 0 verify off
set linesize 400 trimspool on termout on

define from_user = "APP_READ"
define to_user   = "REPORTING"

spool grants_&to_user..sql replace
prompt -- made by copy_grants.sql, run it as a DBA
prompt whenever sqlerror exit failure
prompt set echo on

select 'grant ' || privilege || ' to &to_user' ||
       case admin_option when 'YES' then ' with admin option' end || ';'
  from dba_sys_privs
 where grantee = '&from_user'
 order by privilege;

select 'grant ' || privilege || ' on "' || owner || '"."' || table_name || '" to &to_user;'
  from dba_tab_privs
 where grantee = '&from_user'
   and type in ('TABLE', 'VIEW', 'PACKAGE')
 order by owner, table_name, privilege;

select 'grant ' || granted_role || ' to &to_user;' from dba_role_privs where grantee = '&from_user';
spool off

set feedback on heading on pagesize 14 verify on
