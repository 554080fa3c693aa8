prompt
prompt The biggest segments of one schema
prompt ==================================
accept p_owner char prompt 'Schema [HR]: ' default 'HR'
accept p_rows  number format 999 prompt 'How many rows [20]: ' default 20

set verify off feedback off linesize 120 pagesize 80
column segment format a50
column mb      format 9,999,990.9

select *
  from (select segment_name || nvl2(partition_name, ' (' || partition_name || ')', '') segment,
               segment_type,
               bytes / 1048576 mb
          from dba_segments
         where owner = upper('&p_owner')
         order by bytes desc)
 where rownum <= &p_rows;

prompt Owner: &p_owner.  Rows asked for: &p_rows
undefine p_owner p_rows
set verify on feedback on
