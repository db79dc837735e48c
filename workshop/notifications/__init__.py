"""Telling people what happened to what is theirs: one notification per event, person and channel."""
