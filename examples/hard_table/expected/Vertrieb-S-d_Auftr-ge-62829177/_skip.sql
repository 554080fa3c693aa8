-- Called by a master in place of a step that has been done or has nothing to take back.
PROMPT this step has been done before or is not needed: skipped
