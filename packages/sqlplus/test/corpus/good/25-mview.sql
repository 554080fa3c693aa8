Rem
Rem   NAME:     mview.sql
Rem   PURPOSE:  daily turnover as a materialized view
Rem   NOTES:    needs CREATE MATERIALIZED VIEW and QUERY REWRITE
Rem
whenever sqlerror exit failure
whenever oserror exit failure

create materialized view log on sales.orders
  with rowid, sequence (order_date, amount)
  including new values;

create materialized view sales.turnover_mv
  build immediate
  refresh fast on commit
  enable query rewrite
as
select order_date, count(*) c, count(amount) ca, sum(amount) amount
  from sales.orders
 group by order_date;

explain plan for
select order_date, sum(amount) from sales.orders group by order_date;

select plan_table_output from table(dbms_xplan.display(null, null, 'BASIC +REWRITE'));
