"""The HTTP door: a folder an audience, and the kit they share."""
