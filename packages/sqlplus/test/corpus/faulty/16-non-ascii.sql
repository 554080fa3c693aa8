-- Prüfung der Aufträge
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
PROMPT ✓ Schritt 1
UPDATE app.orders SET state = 'größer' WHERE amount > 1000;
COMMIT;
