"""What happens to who may do what where."""

from workshop.events.event import DomainEvent


class RoleGiven(DomainEvent):
    """A person was given a role; on the person's stream."""


class MembershipEnded(DomainEvent):
    """A person lost a role; on the person's stream. `data` names the role and the centre."""
