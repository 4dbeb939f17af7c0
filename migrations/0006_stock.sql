-- Stock in the office: its levels by state, in one walk beside the levels themselves, however many products there are.
CREATE INDEX product_shelf ON product (id, reorder_level) WHERE track_stock = 1 AND deleted_at IS NULL;
