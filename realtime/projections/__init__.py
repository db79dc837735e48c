"""Projections: which frames an event makes for whom. Each app registers its own in a file of its name."""
