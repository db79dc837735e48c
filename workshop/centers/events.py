"""What happens to who may do what where."""

from workshop.events.event import DomainEvent


class RoleGiven(DomainEvent):
    """A person was given a role; on the person's stream."""


class ColleagueInvited(DomainEvent):
    """Somebody without a password was given a role; on the person's stream. `data`: person_id, role, center_id and
    invited_at (Unix seconds), from which the mailed link is rebuilt."""


class MembershipEnded(DomainEvent):
    """A person lost a role; on the person's stream. `data` names the role and the centre."""


class StaffProfileWritten(DomainEvent):
    """What somebody who works at centres is called, can do and may do changed; on the person's stream."""


class CenterApplied(DomainEvent):
    """A centre asks to join the network; on the applicant's stream, as are the answers. `data` has its card."""


class CenterApproved(DomainEvent):
    """The network took a centre in; its applicant administers it now."""


class CenterRejected(DomainEvent):
    """The network refused a centre, for the reason in its card."""


class CapacityChanged(DomainEvent):
    """When a centre is open, or who and what works there and how it is booked, changed; on the centre's stream."""


class CustomerChanged(DomainEvent):
    """A centre has a new customer, or its card of one changed; on the centre's stream. `data` has the card."""
