/*
 * compare_counts.sql - are both copies equal?
 * Prints the two counts and stops with an error when they differ.
 */
whenever sqlerror exit failure rollback
set serveroutput on feedback off
variable src number
variable dst number
variable txt varchar2(200)

begin
  select count(*) into :src from sales.orders as of scn dbms_flashback.get_system_change_number;
  select count(*) into :dst from archive.orders@dwh_link;
  :txt := 'source ' || :src || ', copy ' || :dst;
end;
/
print src dst
execute dbms_output.put_line(:txt)

begin
  if :src <> :dst then
    raise_application_error(-20001, 'The copies differ: ' || :txt);
  end if;
end;
/
