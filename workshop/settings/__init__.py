"""Settings: base and a file per concern, then one file per place the product runs in."""
