-- who is connected, and from where
-- (no v$session.sql_id here; that's what ash.sql is for)
set lines 170 pages 100
col username for a20
col osuser   for a15
col machine  for a30 trunc
col program  for a30 trunc
col logon    for a11

select s.sid || ',' || s.serial# sid_serial
     , s.username, s.osuser, s.machine, s.program
     , to_char(s.logon_time, 'dd.mm hh24:mi') logon
     , s.status, s.last_call_et idle_s
  from v$session s
 where s.type = 'USER'
   and s.username is not null   -- background processes don't count
 order by s.last_call_et desc
/

select status, count(*) from v$session where type = 'USER' group by status order by 1;
