whenever sqlerror exit 1 rollback
whenever oserror exit 1 rollback
set define off

create or replace trigger hr.employees_aud
  for insert or update or delete on hr.employees
  compound trigger

  type rows_t is table of hr.employees_audit%rowtype index by pls_integer;
  g_rows rows_t;

  procedure keep(p_action in varchar2, p_id in number) is
    i pls_integer := g_rows.count + 1;
  begin
    g_rows(i).action     := p_action;
    g_rows(i).employee   := p_id;
    g_rows(i).changed_by := sys_context('userenv', 'session_user');
    g_rows(i).changed_at := systimestamp;
  end keep;

  after each row is
  begin
    keep(case when inserting then 'I' when updating then 'U' else 'D' end,
         nvl(:new.employee_id, :old.employee_id));
  end after each row;

  after statement is
  begin
    forall i in 1 .. g_rows.count
      insert into hr.employees_audit values g_rows(i);
    g_rows.delete;
  end after statement;
end employees_aud;
/
show errors

create or replace trigger hr.employees_bi
  before insert on hr.employees
  for each row
  when (new.employee_id is null)
begin
  :new.employee_id := hr.employees_seq.nextval;
end;
/
show errors trigger hr.employees_bi

alter trigger hr.employees_bi enable;
exit 0
