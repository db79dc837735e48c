"""Topics: what a browser may listen to. Each app registers its own in a file of its name."""
