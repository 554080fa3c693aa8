-- org chart by the old and by the new way
set lines 120
set pages 0
set feed off

select lpad(' ', (level - 1) * 3) || last_name || ' - ' || job_id
  from hr.employees
 start with manager_id is null
connect by prior employee_id = manager_id
 order siblings by last_name;

with boss (employee_id, last_name, depth) as (
  select employee_id, last_name, 0 from hr.employees where manager_id is null
  union all
  select e.employee_id, e.last_name, b.depth + 1
    from hr.employees e, boss b
   where e.manager_id = b.employee_id
)
search depth first by last_name set ord
select rpad('.', depth * 2, '.') || last_name from boss order by ord;

(select department_id from hr.departments)
minus
(select department_id from hr.employees);
