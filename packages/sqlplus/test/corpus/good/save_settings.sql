-- keeps the settings of whoever calls a report
set termout off
store set my_saved_settings.sql replace
set termout on
