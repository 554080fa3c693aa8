-- Statistics after the load. Runs from cron with ORACLE_SID set; prints one line per table.
Whenever SqlError Exit Failure Rollback
Set ServerOutput On Size Unlimited
Set Feedback Off
Define schema_name = DWH

Declare
  l_start Timestamp;
Begin
  For t In (
    Select table_name
      From dba_tab_statistics
     Where owner = '&schema_name'
       And object_type = 'TABLE'
       And (stale_stats = 'YES' Or last_analyzed Is Null)
     Order By table_name
  ) Loop
    l_start := Systimestamp;
    dbms_stats.gather_table_stats('&schema_name', t.table_name, degree => 4, cascade => True);
    dbms_output.put_line(Rpad(t.table_name, 32) || (Systimestamp - l_start));
  End Loop;
End;
/

Exec dbms_stats.flush_database_monitoring_info

Exit
