WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

INSERT INTO app.templates (id, body)
VALUES (3, 'Dear customer;
we thank you for your order;
yours, the shop');
COMMIT;
