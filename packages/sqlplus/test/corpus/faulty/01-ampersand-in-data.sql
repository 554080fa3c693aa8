-- price list, spring
WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK
INSERT INTO shop.suppliers (id, name) VALUES (17, 'Marks & Spencer');
INSERT INTO shop.suppliers (id, name) VALUES (18, 'AT&T');
UPDATE shop.departments SET name = 'R&D' WHERE id = 4;
COMMIT;
EXIT 0
