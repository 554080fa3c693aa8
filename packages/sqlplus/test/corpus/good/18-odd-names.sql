-- objects whose names are hard to type
SET DEFINE OFF
whenever sqlerror exit failure rollback;
whenever oserror exit failure rollback;

create table app.tmp$load#1
(
  id#        number        not null,
  "Order No" varchar2(20)  default 'A;B' not null,
  "from"     date,
  "R&D; cost" number(12,2),
  note       varchar2(200) default q'~it's; a -- note~'
);

create unique index app.tmp$load#1_ux on app.tmp$load#1 (id#, "Order No");
comment on column app.tmp$load#1."R&D; cost" is 'Research & development; in EUR';
insert into app.tmp$load#1 (id#, "Order No", "from") values (1, 'x', date '2026-01-31');
insert into app.tmp$load#1 (id#, "Order No", note) values (2, 'y', 'Tom''s; and /* no comment */ -- either');
commit;

select "Order No", "from", "R&D; cost" /* a ; here */, note -- and a ' here
  from app.tmp$load#1
 where id# between 1 and 2;
