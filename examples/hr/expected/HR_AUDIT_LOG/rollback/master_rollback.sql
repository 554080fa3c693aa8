WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
@@_settings.sql
-- ==============================================================================
-- Rollback of the whole migration, from whatever state it is in
-- Table    HR.AUDIT_LOG
-- Why      undoes every step that was begun, last first, and looks before it touches anything
-- Until    Everything can be undone until step 70 is run (70_drop_old_table.sql: Drop the retained
--          table HR.AUDIT_LOG_OLD: point of no return).
-- Restart  run it again: what is taken back already is passed over
-- Log      master_rollback.log in the current folder
-- Made by  orapart 0.0.0, plan aeee7929, template core:master_rollback.sql
-- ==============================================================================
SPOOL master_rollback.log REPLACE

PROMPT 50 undo: gives HR.AUDIT_LOG its old table back with all names, foreign keys and triggers
@@50_undo_swap_tables.sql

PROMPT 40 undo: revokes the grants on HR.AUDIT_LOG_INT and deletes its statistics
@@40_undo_delta_load.sql

PROMPT 30 undo: drops triggers, keys, foreign keys and indexes of HR.AUDIT_LOG_INT
@@30_undo_create_indexes.sql

PROMPT 20 undo: empties HR.AUDIT_LOG_INT and forgets the SCN and the chunks
@@20_undo_data_load.sql

PROMPT 10 undo: sets HR.AUDIT_LOG READ WRITE, drops HR.AUDIT_LOG_INT and the ledger, each only if this plan made it
@@10_undo_create_table.sql
PROMPT the rollback has run to its end, each undo above says what it proved
SPOOL OFF
EXIT 0
