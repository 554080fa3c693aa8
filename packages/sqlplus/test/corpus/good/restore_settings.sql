-- brings back what save_settings.sql kept
set termout off
@my_saved_settings.sql
set termout on
