"""Handing an email to the mail server, so that afterwards it is known whether the server has it, where that can be."""

import contextlib
from smtplib import SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage, get_connection

REFUSED = (SMTPResponseException, SMTPRecipientsRefused, SMTPNotSupportedError)
"""What is raised when the server answered that it does not take the email."""


class Refused(Exception):
    """The server does not have the email, for certain."""


class Unreachable(Refused):
    """There is no server to hand anything to."""


class Post:
    """A connection to the mail server, opened when it is needed first and used for several emails."""

    def __init__(self) -> None:
        self._connection = get_connection()

    def hand_over(self, email: EmailMessage) -> None:
        """Hand over an email. Raises Refused or Unreachable; after any other error nobody knows who has it."""
        try:
            self._connection.open()
        except Exception as error:  # whatever it was, nothing was handed over yet
            raise Unreachable(repr(error)) from error
        try:
            taken = self._connection.send_messages([email])
        except REFUSED as error:
            raise Refused(repr(error)) from error
        if not taken:
            raise Refused("the email has no recipient")

    def close(self) -> None:
        """Hang up; what was taken stays taken, whatever happens now."""
        with contextlib.suppress(Exception):
            self._connection.close()
