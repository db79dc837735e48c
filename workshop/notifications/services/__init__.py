"""The verbs of notifications."""

from .read import read_all, read_notification
from .send import send_due
from .tell import tell

__all__ = ["read_all", "read_notification", "send_due", "tell"]
