"""What a centre sells: services with their steps and inspection points."""
