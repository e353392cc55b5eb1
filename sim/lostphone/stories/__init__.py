"""Stories: the actions of people and faults as data, and the one interpreter that plays them."""
