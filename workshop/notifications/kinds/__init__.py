"""The one table of what is told to whom: a file a noun."""

from . import appointments, colleagues, emails, jobs, network, transports, waiting
from .registry import events, news_of

__all__ = [
    "appointments",
    "colleagues",
    "emails",
    "events",
    "jobs",
    "network",
    "news_of",
    "transports",
    "waiting",
]
