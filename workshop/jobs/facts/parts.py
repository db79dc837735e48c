"""The facts of a card's parts, and what each of them hangs on."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from workshop.kernel.clock import iso
from workshop.kernel.money import Money

from ..models import Hold, Promise, Step, WorkItem
from ..sheet import Sheet
from ..workflow import OPEN_STEPS

Facts = dict[str, Any]
Marks = dict[str, dict[str, tuple[Any, ...]]]
Part = TypeVar("Part", WorkItem, Step, Hold, Promise)


def part_facts(sheet: Sheet, among: Marks) -> dict[str, dict[str, Facts]]:
    """Return the facts of those of a card's parts that `among` names, by noun and id."""
    items = {item.id: item for item in sheet.items}
    blockers = sheet.blockers()
    return {
        "items": {id: item_facts(item, sheet) for id, item in _among(sheet.items, among["items"])},
        "steps": {
            id: step_facts(step, items[step.item_id], sheet.job.undo, blockers.get(step.id))
            for id, step in _among(sheet.steps, among["steps"])
        },
        "holds": {id: hold_facts(hold) for id, hold in _among(sheet.holds, among["holds"])},
        "promises": {id: promise_facts(told) for id, told in _among(sheet.promises, among["promises"])},
    }


def marks(sheet: Sheet) -> Marks:
    """Return what the facts of each part hang on, by noun and id: while a part keeps its mark it keeps its facts.

    That is its version, and for items and steps what is derived from the rest of the card.
    """
    undo = sheet.job.undo
    assigned = {item.id: item.technician_id for item in sheet.items}
    blockers = sheet.blockers()
    return {
        "items": {str(item.id): (item.version, *_progress_of(item, sheet)) for item in sheet.items},
        "steps": {
            (id := str(step.id)): (
                step.version,
                blockers.get(step.id),
                assigned[step.item_id],
                undo if undo and undo["step"] == id else None,
            )
            for step in sheet.steps
        },
        "holds": {str(hold.id): (hold.version,) for hold in sheet.holds},
        "promises": {str(promise.id): (promise.version,) for promise in sheet.promises},
    }


def _among(rows: list[Part], named: Mapping[str, Any]) -> Iterator[tuple[str, Part]]:
    for row in rows:
        if (id := str(row.id)) in named:
            yield id, row


def item_facts(item: WorkItem, sheet: Sheet) -> Facts:
    """Return the facts of a work item; its status is derived from its steps."""
    status, clocked = _progress_of(item, sheet)
    return {
        "id": str(item.id),
        "version": item.version,
        "job_id": str(item.job_id),
        "position": item.position,
        "name": item.name,
        "kind": item.kind,
        "progress_text": item.progress_text,
        "status": status,
        "technician": item.technician_card,
        "skills": item.skills,
        "estimate": item.estimate,
        "clocked": clocked,
        "authorised_at": iso(item.authorised_at),
        "price": Money(item.price, sheet.job.currency).as_json(),
    }


def step_facts(step: Step, item: WorkItem, undo: Facts | None, blocker: str | None) -> Facts:
    """Return the facts of a step; `blocker` says why it cannot start, `assigned` who may work on it."""
    id = str(step.id)
    return {
        "id": id,
        "version": step.version,
        "job_id": str(step.job_id),
        "item_id": str(step.item_id),
        "position": step.position,
        "name": step.name,
        "outside_name": step.outside_name,
        "instructions": step.instructions,
        "status": step.status,
        "mandatory": step.mandatory,
        "safety": step.safety,
        "needs": {
            "photo": step.needs_photo,
            "second_person": step.needs_second_person,
            "reading": None
            if not step.reading_unit
            else {
                "label": step.reading_label,
                "unit": step.reading_unit,
                "min": number(step.reading_min),
                "max": number(step.reading_max),
            },
        },
        "estimate": step.estimate,
        "technician": step.technician_card,
        "assigned": str(item.technician_id) if item.technician_id else None,
        "started_at": iso(step.started_at),
        "running_since": iso(step.running_since),
        "completed_at": iso(step.completed_at),
        "verified_at": iso(step.verified_at),
        "clocked": step.clocked,
        "reading": number(step.reading),
        "notes": step.notes,
        "pause_reason": step.pause_reason,
        "skip_reason": step.skip_reason,
        "blocker": blocker,
        "undo": undo if undo and undo["step"] == id else None,
    }


def hold_facts(hold: Hold) -> Facts:
    """Return the facts of a hold."""
    return {
        "id": str(hold.id),
        "version": hold.version,
        "job_id": str(hold.job_id),
        "item_id": str(hold.item_id) if hold.item_id else None,
        "kind": hold.kind,
        "reason": hold.reason,
        "since": iso(hold.since),
        "released_at": iso(hold.released_at),
    }


def promise_facts(promise: Promise) -> Facts:
    """Return the facts of a told ready window."""
    return {
        "id": str(promise.id),
        "version": promise.version,
        "job_id": str(promise.job_id),
        "from": iso(promise.ready_from),
        "to": iso(promise.ready_to),
        "cause": promise.cause,
        "reason": promise.reason,
        "made_at": iso(promise.made_at),
    }


def number(value: Decimal | None) -> float | None:
    """Return a reading or its limit as a number."""
    return None if value is None else float(value)


def _progress_of(item: WorkItem, sheet: Sheet) -> tuple[str, int]:
    """Return an item's status and its clocked seconds, both from its steps."""
    steps = sheet.of_item(item.id)
    return _item_status(steps), sum(step.clocked for step in steps)


def _item_status(steps: list[Step]) -> str:
    states = {step.status for step in steps}
    if "in_progress" in states:
        return "in_progress"
    if "paused" in states:
        return "paused"
    if not states & OPEN_STEPS:
        return "done"
    return "in_progress" if states & {"done", "verified"} else "pending"
