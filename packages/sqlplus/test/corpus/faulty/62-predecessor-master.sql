SET ECHO ON
@plsql-util.sql
@@./10_create_table.sql
@@20_data_load.sql
@@35_recreate_indexes.sql
HOST sqlplus MYSCHEMA/password @70_validate.sql
PROMPT Migration completed successfully!
