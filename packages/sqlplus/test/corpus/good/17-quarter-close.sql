-- Quarter close; ask finance before you start it.
whenever sqlerror exit failure rollback
set serveroutput on

set role finance_close;
set transaction isolation level serializable name 'quarter close';
set constraints all deferred;

update fin.ledger
   set closed = 'Y'
 where quarter = '2026Q3'
   and closed = 'N';

insert into fin.close_log (quarter, closed_at, closed_by, note)
values ('2026Q3', sysdate, user, 'closed by script; see ticket #4711');

delete from fin.ledger_work
 where quarter = '2026Q3';

commit;
