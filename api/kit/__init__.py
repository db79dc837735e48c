"""What every audience shares: who asks, what they may, bodies, pages, errors and the schema."""
