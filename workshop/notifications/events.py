"""What happens to a person's notifications, on `person:<id>`, and to an email that was lost, on `center:<id>`.

On a person's stream `data` is `{"notifications": [views], "removed": {"notifications": [ids]}, "inbox": view}`.
"""

from workshop.events.event import DomainEvent


class InboxEvent(DomainEvent):
    """The base of everything that happens to what a person reads in the app."""


class NotificationSent(InboxEvent):
    """A person was told something in the app; what it overtakes, and they had not read, is gone."""


class NotificationWithdrawn(InboxEvent):
    """What a person was told, and had not read, was undone."""


class NotificationRead(InboxEvent):
    """A person read some of their notifications, or all."""


class EmailNotDelivered(DomainEvent):
    """An email was refused too often, or nobody knows what became of it.

    `data`: `{"email": {"id", "user_id", "state", "title", "subject"}}`.
    """
