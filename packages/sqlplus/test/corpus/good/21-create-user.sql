-- New reporting user. The password is asked for and never stands in a file.
whenever sqlerror exit failure
set verify off echo off
accept new_user char prompt 'User name: '
accept new_pwd  char prompt 'Password : ' hide

create user &new_user identified by "&new_pwd"
  default tablespace users
  temporary tablespace temp
  profile reporting;

grant create session, reporting_reader to &new_user;
alter user &new_user default role all;

undefine new_pwd
prompt &new_user has the role REPORTING_READER.
