"""Argon2 with the cheapest parameters it accepts, for tests only."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2PasswordHasher(Argon2PasswordHasher):
    """The same algorithm in a fraction of a millisecond."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
