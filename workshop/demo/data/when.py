"""A time on a coming day of a centre."""

from datetime import time
from typing import NamedTuple


class When(NamedTuple):
    """A time on a coming day; days count the centre's open days after the demo's: 1 is the next one."""

    day: int
    at: time
