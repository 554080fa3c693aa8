-- 30: create indexes
-- index definitions come here
PROMPT ✓ 5 index(es) created
