REM Monthly maintenance of SALES.CALLS: new hash template, old month out, stats.
REM Started by the operator from the change ticket.
whenever oserror  exit 9 rollback
whenever sqlerror exit 4 rollback
set echo on feedback on timing on serveroutput on
alter session set ddl_lock_timeout = 30;

alter table sales.calls split partition p_max at (date '2026-12-01')
  into (partition p_2026_11 tablespace calls_2026, partition p_max)
  update indexes;

alter table sales.calls
  exchange partition p_2024_11 with table sales.calls_out
  including indexes without validation;

-- the partition is empty now; its rows live in CALLS_OUT
alter table sales.calls drop partition p_2024_11 update indexes;

begin
  for r in (select index_name, partition_name
              from dba_ind_partitions
             where index_owner = 'SALES' and status = 'UNUSABLE')
  loop
    execute immediate 'alter index sales.' || r.index_name || ' rebuild partition ' || r.partition_name;
    dbms_output.put_line('rebuilt ' || r.index_name || '/' || r.partition_name);
  end loop;
end;
/

exec dbms_stats.gather_table_stats( -
       ownname => 'SALES', -
       tabname => 'CALLS', -
       granularity => 'APPROX_GLOBAL AND PARTITION')

select partition_name, num_rows, last_analyzed
  from dba_tab_partitions
 where table_owner = 'SALES' and table_name = 'CALLS'
 order by partition_position;

exit success
