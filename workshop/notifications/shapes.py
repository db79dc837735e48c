"""What a person sees of their notifications."""

from typing import Any
from uuid import UUID

from workshop.kernel.clock import iso

from .models import Inbox, Notification


def notification_view(row: Notification) -> dict[str, Any]:
    """Return a notification as its person reads it; `at` is when it happened, by the workshop's clock."""
    return {
        "id": str(row.id),
        "version": row.version,
        "kind": row.kind,
        "title": row.title,
        "message": row.message,
        "path": row.path,
        "subject": row.subject,
        "center_id": str(row.center_id) if row.center_id else None,
        "at": iso(row.happened_at),
        "is_read": row.is_read,
        "read_at": iso(row.read_at),
    }


def inbox_view(user_id: UUID, inbox: Inbox | None) -> dict[str, Any]:
    """Return how many a person has not read; nobody was told anything yet without an inbox."""
    return {
        "id": str(user_id),
        "version": inbox.version if inbox else 0,
        "unread": inbox.unread if inbox else 0,
    }
