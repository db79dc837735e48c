"""Mail servers that take an email, refuse it, are away, break off, or see their client die."""

import os
import signal
import smtplib
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

HERE = "tests.workshop.notifications.postbox"


class Refusing(BaseEmailBackend):
    """Answers that it does not take it."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise smtplib.SMTPDataError(552, b"Mailbox full")


class Away(BaseEmailBackend):
    """Cannot be reached."""

    def open(self) -> bool | None:
        raise ConnectionRefusedError


class BreakingOff(BaseEmailBackend):
    """Is gone before it answered."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


class Deadly(BaseEmailBackend):
    """The process that sends is killed while it does."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0
