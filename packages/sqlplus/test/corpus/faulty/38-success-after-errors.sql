CREATE INDEX app.orders_date_ix ON app.orders (order_date);
CREATE INDEX app.orders_customer_ix ON app.orders (customer_id);
PROMPT 2 index(es) created
