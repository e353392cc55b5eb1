"""History: what people and faults do, as data, and the one interpreter that plays it."""
