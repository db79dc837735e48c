"""The event log: commands, idempotency, streams with gapless numbers, the doorbell, the relay and reactions."""
