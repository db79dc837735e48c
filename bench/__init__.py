"""Measure Pitlane against the stack a workshop would otherwise be built on."""
