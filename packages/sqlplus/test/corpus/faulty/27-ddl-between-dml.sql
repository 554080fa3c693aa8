WHENEVER OSERROR EXIT 9 ROLLBACK
WHENEVER SQLERROR EXIT 4 ROLLBACK

INSERT INTO app.countries (id, name) VALUES ('CH', 'Switzerland');
UPDATE app.orders SET country = 'CH' WHERE country = 'SW';
CREATE INDEX app.orders_country_ix ON app.orders (country);
DELETE FROM app.countries WHERE id = 'SW';
COMMIT;
