"""How the schema describes what documents and lists are made of: one description a thing and audience."""
