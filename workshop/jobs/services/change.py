"""Changing a card: the rows touched are saved once, and the event is the difference between before and after."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Model

from workshop.events.log import record
from workshop.events.statements import Writes
from workshop.events.undo import remember, remember_new
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now

from ..events import JobEvent
from ..facts import Marks, job_facts, marks, part_facts
from ..models import JobCard, Promise, Step
from ..promises import review
from ..sheet import Sheet


@dataclass(slots=True)
class Change:
    """What a command changes on a card."""

    sheet: Sheet
    actor: Actor
    at: datetime
    touched: dict[Any, tuple[Model, dict[str, Any]]] = field(default_factory=dict)
    added: list[Model] = field(default_factory=list)
    cause: Promise.Cause | None = None
    reason: str = ""
    told: dict[str, Any] = field(default_factory=dict)

    def touch(self, *rows: Model) -> None:
        """Note rows that are about to change; they are saved, with a higher version, when the change ends."""
        for row in rows:
            if row.pk not in self.touched:
                remember(row)
                self.touched[row.pk] = (row, _values(row))

    def add(self, row: Model) -> None:
        """Note a new row; it is inserted when the change ends, after the rows touched are saved."""
        self.added.append(row)
        remember_new(row)

    def because(self, cause: Promise.Cause, reason: str) -> None:
        """Say why the ready window moves, should it move."""
        self.cause, self.reason = cause, reason

    def tell(self, **things: Any) -> None:
        """Add absolute facts of things besides the card to the event's data."""
        self.told |= things

    def save(self) -> Writes:
        """Return the writes of the rows that really changed, with a higher version, and of the new ones."""
        writes = Writes()
        for row, before in self.touched.values():
            changed = _changed(row, before)
            if row is not self.sheet.job and changed:
                if hasattr(row, "version"):
                    row.version += 1
                    changed.add("version")
                writes.update(row, changed)
        for row in self.added:
            writes.insert(row)
        return writes


@contextmanager
def changing(
    sheet: Sheet,
    event: type[JobEvent],
    *,
    actor: Actor,
    at: datetime,
    undo: Step | JobCard | None = None,
) -> Iterator[Change]:
    """Change a card within a command; what happens inside is told as one event of this type.

    With `undo`, the actor may take it back for ten real seconds, on that step or on the card.
    """
    job = sheet.job
    before = marks(sheet)
    job_before = _values(job)
    change = Change(sheet, actor, at)
    remember(job)
    yield change
    review(sheet, at=at, cause=change.cause, reason=change.reason, add=change.add)
    writes = change.save()
    job.version += 1
    job.undo = _undo(undo, actor)
    sheet.told = difference(sheet, before)
    job.facts = sheet.told["job"]
    writes.update(job, _changed(job, job_before) | {"version", "facts"})
    writes.send()
    record(
        event(
            stream=f"center:{job.center_id}",
            subject=f"job:{job.id}",
            data=sheet.told | change.told,
        ),
        actor=actor,
        at=at,
        undoable=undo is not None,
    )


def difference(sheet: Sheet, before: Marks | None) -> dict[str, Any]:
    """Return what changed on a card since it had these marks: the job always, and per noun what is new, other or gone.

    Without marks the card is new, and all of it is told.
    """
    data: dict[str, Any] = {"job": job_facts(sheet)}
    known = before or {}
    now = marks(sheet)
    others = {
        noun: {id: mark for id, mark in things.items() if known.get(noun, {}).get(id) != mark}
        for noun, things in now.items()
    }
    data |= {noun: list(facts.values()) for noun, facts in part_facts(sheet, others).items() if facts}
    removed = {noun: [id for id in things if id not in now[noun]] for noun, things in known.items()}
    if any(removed.values()):
        data["removed"] = {noun: gone for noun, gone in removed.items() if gone}
    return data


def _undo(on: Step | JobCard | None, actor: Actor) -> dict[str, Any] | None:
    if on is None:
        return None
    return {
        "step": str(on.id) if isinstance(on, Step) else None,
        "by": str(actor.id),
        "until": (real_now() + settings.UNDO_WINDOW).isoformat(),
    }


def _values(row: Model) -> dict[str, Any]:
    return dict(vars(row))


def _changed(row: Model, before: dict[str, Any]) -> set[str]:
    now = vars(row)
    names = [column.attname for column in row._meta.concrete_fields]
    return {name for name in names if now[name] != before[name]}
