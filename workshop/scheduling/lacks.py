"""What a centre is lacking to do what it sells: such a service is never free, whatever the day."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from workshop.catalog.models import Service
from workshop.events.prepared import run

from .candidates import (
    CANDIDATES,
    Candidate,
    candidates_from,
    fitting_bays,
    fitting_technicians,
    of_kind,
    skilled_technicians,
)

Lack = dict[str, str]


def lacks_at(center_id: UUID, services: Iterable[Service], day: date) -> dict[UUID, list[Lack]]:
    """Return `[{code, text}]` for each service: what of people, bays and tools there is not at the centre that day."""
    (found,) = run((CANDIDATES, (center_id, center_id, center_id)))
    candidates = candidates_from(found.rows)
    return {service.id: [*_of(candidates, service, day)] for service in services}


def _of(candidates: list[Candidate], service: Service, day: date) -> Iterable[Lack]:
    if not fitting_bays(candidates, [service]):
        kind = service.bay_kind
        text = f"No bay in use is or has “{kind}”." if kind else "No bay is in use."
        yield {"code": "bay", "text": text}
    yield from _of_people(candidates, service, day)
    for tool in service.tools:
        if not of_kind(candidates, "tool", tool):
            yield {"code": "tool", "text": f"No tool of the type “{tool}” is in use."}


def _of_people(candidates: list[Candidate], service: Service, day: date) -> Iterable[Lack]:
    technicians = of_kind(candidates, "technician")
    skilled = skilled_technicians(candidates, [service])
    if not technicians:
        yield {"code": "technician", "text": "No technician works here."}
    elif not skilled:
        learnt = {skill for row in technicians for skill in row.can}
        never = [skill for skill in service.skills if skill not in learnt]
        text = (
            f"No technician here has learnt {_named(never)}."
            if never
            else f"No technician here has learnt all of {_named(service.skills)}."
        )
        yield {"code": "skill", "text": text}
    elif not fitting_technicians(candidates, [service], day):
        text = f"No certificate in date covers {_named(service.skills)}."
        yield {"code": "certificate", "text": text}


def _named(skills: Iterable[str]) -> str:
    return ", ".join(f"“{skill}”" for skill in skills)
