"""Who acts: a person with roles, the holder of a link, a visitor, or the system itself."""

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from .errors import Unauthenticated

Kind = Literal["person", "link", "visitor", "device", "system"]
DESK = frozenset({"staff", "admin"})


@dataclass(frozen=True, slots=True)
class Role:
    """A role held at a centre; without a centre it is held for the whole network."""

    role: str
    center_id: UUID | None
    lead: bool = False
    driver: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request came from, for the audit trail."""

    ip_address: str = ""
    user_agent: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """The one on whose behalf a command runs. `scopes` are what a link session opens, e.g. `visit:<id>`."""

    kind: Kind
    id: UUID | None = None
    name: str = ""
    roles: tuple[Role, ...] = ()
    session_id: UUID | None = None
    scopes: frozenset[str] = frozenset()
    origin: Origin = field(default_factory=Origin)

    @property
    def person_id(self) -> UUID:
        """Return the person's id; raise Unauthenticated when this is nobody."""
        if self.kind != "person" or self.id is None:
            raise Unauthenticated
        return self.id

    @property
    def open_session_id(self) -> UUID:
        """Return the session in which the actor acts; raise Unauthenticated without one."""
        if self.session_id is None:
            raise Unauthenticated
        return self.session_id

    @property
    def runs_network(self) -> bool:
        """Say whether this is an administrator of the whole network."""
        return any(held.role == "admin" and held.center_id is None for held in self.roles)

    def centers(self, *roles: str) -> frozenset[UUID]:
        """Return the centres where one of the roles is held (the network's administrator is not expanded)."""
        return frozenset(held.center_id for held in self.roles if held.role in roles and held.center_id)

    def holds(self, center_id: UUID, *roles: str) -> bool:
        """Say whether one of the roles is held at the centre; the network's administrator holds admin everywhere."""
        return any(
            held.role in roles
            and (held.center_id == center_id or (held.center_id is None and held.role == "admin"))
            for held in self.roles
        )

    def at_desk(self, center_id: UUID) -> bool:
        """Say whether the actor may act as the front desk of the centre."""
        return self.kind == "system" or self.holds(center_id, *DESK)

    def leads(self, center_id: UUID) -> bool:
        """Say whether the actor is a lead technician of the centre."""
        return any(h.role == "technician" and h.lead and h.center_id == center_id for h in self.roles)

    def drives(self, center_id: UUID) -> bool:
        """Say whether the actor works at the centre and drives for it."""
        return any(h.role != "customer" and h.driver and h.center_id == center_id for h in self.roles)


SYSTEM = Actor(kind="system", name="Pitlane")
VISITOR = Actor(kind="visitor")
