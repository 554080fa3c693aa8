-- Exit code for the monitoring: 0 fine, 1 warning, 2 critical, 3 could not look
whenever sqlerror exit 3
set feedback off heading off pagesize 0 serveroutput on
variable rc number
exec :rc := 0

declare
  l_free number;
  l_max  constant number := 95; -- percent
begin
  select max(used_percent) into l_free from dba_tablespace_usage_metrics;
  if l_free > l_max then
    :rc := 2;
  elsif l_free > l_max - 10 then
    :rc := 1;
  end if;
  dbms_output.put_line('fullest tablespace: ' || round(l_free) || ' %');
end;
/

print rc
exit :rc
