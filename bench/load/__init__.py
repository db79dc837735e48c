"""The load: one thread, raw frames, so that what is measured is the system and not its visitors."""
