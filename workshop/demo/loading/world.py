"""What has been made so far, by the codes that the demo's data use."""

from dataclasses import dataclass, field

from workshop.accounts.models import User
from workshop.catalog.models import Service
from workshop.centers.models import Bay, ServiceCenter
from workshop.centers.selectors import roles_of
from workshop.demo.data.people import WORKER_BY_CODE
from workshop.kernel.actor import Actor
from workshop.vehicles.models import Vehicle


@dataclass(slots=True)
class World:
    """The demo's centres, bays and services (by centre and name or code), people and vehicles."""

    centers: dict[str, ServiceCenter] = field(default_factory=dict)
    bays: dict[tuple[str, str], Bay] = field(default_factory=dict)
    services: dict[tuple[str, str], Service] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    vehicles: dict[str, Vehicle] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)

    def actor(self, code: str) -> Actor:
        """Return somebody as the one who acts, with the roles held."""
        if code not in self.actors:
            person = self.people[code]
            worker = WORKER_BY_CODE.get(code)
            name = worker.short_name if worker else (person.email or "")
            self.actors[code] = Actor("person", person.id, name, roles_of(person.id))
        return self.actors[code]

    def desk(self, center: str, turn: int = 0) -> Actor:
        """Return one of those at the desk of a centre; they take turns."""
        desk = [
            worker.code
            for worker in WORKER_BY_CODE.values()
            if (worker.center, worker.role, worker.driver) == (center, "staff", False)
        ]
        return self.actor(desk[turn % len(desk)])

    def driver(self, center: str) -> Actor:
        """Return the one who drives for a centre."""
        return self.actor(
            next(
                worker.code for worker in WORKER_BY_CODE.values() if worker.driver and worker.center == center
            )
        )
