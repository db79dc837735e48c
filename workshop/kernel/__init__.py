"""Pure words and arithmetic that every floor may use: no database, no network."""
