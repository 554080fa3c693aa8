-- restore the grants
-- (the grants are taken from the old table)
PROMPT Grants restored successfully
