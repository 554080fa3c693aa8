--
-- top_sql.sql   the last 30 minutes of ASH, by sql_id
--
-- (c) nobody; take it, change it; it's only a SELECT
--
@@save_settings
set verify off lines 200 pages 50 tab off
define minutes = 30
col pct     for 990.0
col sql_txt for a60 word_wrap

  select *
    from (
           select a.sql_id
                , count(*)                                   aas_samples
                , 100 * ratio_to_report(count(*)) over ()    pct
                , max(substr(s.sql_text, 1, 60))             sql_txt
             from v$active_session_history a
                , v$sqlarea                s
            where a.sample_time > systimestamp - numtodsinterval(&minutes, 'minute')
              and a.sql_id = s.sql_id (+)
              and a.session_type = 'FOREGROUND'
         group by a.sql_id
         order by aas_samples desc
         )
   where rownum <= 10
;

undef minutes
@@restore_settings
