"""What can go wrong, in the domain's words; the doors turn these into answers."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any


class DomainError(Exception):
    """A refusal that a person can read: what happened (`detail`), what to do `next`, and a stable `code`."""

    kind = "invalid"
    code = "invalid"
    detail = "This cannot be done."
    next = ""

    def __init__(
        self,
        code: str | None = None,
        detail: str | None = None,
        *,
        next: str | None = None,
        fields: Mapping[str, Sequence[str]] | None = None,
        **extra: Any,
    ) -> None:
        self.code = code or self.code
        self.detail = detail or self.detail
        self.next = self.next if next is None else next
        self.fields = {name: list(texts) for name, texts in (fields or {}).items()}
        self.extra = extra
        super().__init__(f"{self.code}: {self.detail}")


@contextmanager
def within(part: str) -> Iterator[None]:
    """Let a refusal name its fields as those of a part of what was sent, as in `vehicle.license_plate`."""
    try:
        yield
    except DomainError as refusal:
        refusal.fields = {f"{part}.{name}": texts for name, texts in refusal.fields.items()}
        raise


class Invalid(DomainError):
    """What was sent is wrong, whoever sends it and whenever."""

    detail, next = "Something here is not right.", "Correct it and try again."


class Unauthenticated(DomainError):
    """Nobody is signed in, or not any more."""

    kind, code = "unauthenticated", "not_signed_in"
    detail, next = "You are not signed in.", "Sign in and try again."


class Forbidden(DomainError):
    """The person may not do this."""

    kind, code = "forbidden", "insufficient_permissions"
    detail, next = "Your role does not allow this.", "Ask an administrator of your centre."


class NotFound(DomainError):
    """The thing does not exist for this person."""

    kind, code = "not_found", "not_found"
    detail, next = "There is nothing here that you can see.", "Check the address, or go back to the list."


class Gone(DomainError):
    """The thing was here for a time, and the time is over."""

    kind, code = "gone", "gone"
    detail, next = "This is not here any more.", "Go back to where you found it."


class Conflict(DomainError):
    """The thing is no longer, or not yet, in a state that allows this."""

    kind, code = "conflict", "conflict"
    detail, next = "Somebody was first.", "Look at the current state and decide again."


class TooLarge(DomainError):
    """More than anybody honest sends at once."""

    kind, code = "too_large", "too_large"
    detail, next = "This is too large.", "Send less at once."


class Unavailable(DomainError):
    """What is needed for an answer gives none, or has too much to do; worth another try in `retry_after` seconds."""

    kind, code = "unavailable", "unavailable"
    detail, next = "This is not possible just now.", "Try again in a moment."
    retry_after = 2


class TooMany(DomainError):
    """Too often, too fast."""

    kind, code = "too_many", "too_many_requests"
    detail = "That was too often."

    def __init__(
        self, code: str | None = None, detail: str | None = None, *, retry_after: int, **extra: Any
    ) -> None:
        extra.setdefault("next", f"Try again in {max(1, -(-retry_after // 60))} min.")
        super().__init__(code, detail, **extra)
        self.retry_after = retry_after


class IllegalTransition(Conflict):
    """The workflow has no such move from the state the thing is in."""

    code = "illegal_transition"
    next = "Choose one of the actions that are offered now."


class Stale(Conflict):
    """The thing changed since the version that was seen."""

    code = "stale_version"
    detail = "This changed since you saw it."
