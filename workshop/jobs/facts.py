"""The facts of a card: absolute, JSON-ready, everything any audience may see. Events carry them, views restrict."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from workshop.kernel.clock import iso
from workshop.kernel.money import Money

from .models import Hold, Promise, Step, WorkItem
from .sheet import Sheet
from .workflow import OPEN_STEPS

BLOCKING = {"parts", "technician", "tool", "sublet"}
COLUMN = {
    "received": "arriving",
    "diagnosis": "diagnosis",
    "awaiting_decision": "deciding",
    "queued": "in_progress",
    "in_progress": "in_progress",
    "quality_check": "ready",
    "ready_for_pickup": "ready",
    "delivered": "ready",
    "closed": "closed",
    "cancelled": "closed",
}
STATE = {
    "received": "queued",
    "queued": "queued",
    "diagnosis": "progress",
    "in_progress": "progress",
    "awaiting_decision": "waiting",
}

Facts = dict[str, Any]
Marks = dict[str, dict[str, tuple[Any, ...]]]
Part = TypeVar("Part", WorkItem, Step, Hold, Promise)


def card_facts(sheet: Sheet) -> dict[str, Any]:
    """Return `{job, items, steps, holds, promises}`: one thing, and things by id."""
    return {"job": job_facts(sheet), **part_facts(sheet, marks(sheet))}


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


def job_facts(sheet: Sheet) -> Facts:
    """Return the facts of the card itself, with what is derived from its parts."""
    job = sheet.job
    holds = sheet.open_holds()
    return {
        "id": str(job.id),
        "version": job.version,
        "number": job.number,
        "stage": job.stage,
        "column": column(job.stage, holds),
        "state": state(job.stage, holds),
        "title": job.title,
        "center_id": str(job.center_id),
        "appointment_id": str(job.appointment_id),
        "customer": job.customer_card,
        "vehicle": job.vehicle_card,
        "bay": job.bay_card,
        "technicians": _technicians(sheet),
        "unassigned": any(item.technician_id is None for item in sheet.items),
        "workers": sorted(str(person) for person in sheet.workers()),
        "concern": job.concern,
        "mileage_in": job.mileage_in,
        "charge_in": job.charge_in,
        "mileage_out": job.mileage_out,
        "settlement": job.settlement,
        "received_at": iso(job.received_at),
        "started_at": iso(job.started_at),
        "ready_at": iso(job.ready_at),
        "delivered_at": iso(job.delivered_at),
        "ended_reason": job.ended_reason,
        "override_reason": job.override_reason,
        "window": _window(sheet.promises),
        "current": _current(sheet),
        "progress": _progress(sheet),
        "holds": [{"kind": hold.kind, "reason": hold.reason, "since": iso(hold.since)} for hold in holds],
        "total": Money(job.total_amount, job.currency).as_json(),
        "undo": job.undo,
        "created_at": iso(job.created_at),
    }


def column(stage: str, holds: list[Hold]) -> str:
    """Return the board column: derived from stage and holds, never stored."""
    if stage in ("queued", "in_progress") and any(hold.kind == "approval" for hold in holds):
        return "deciding"
    return COLUMN[stage]


def state(stage: str, holds: list[Hold]) -> str:
    """Return which of the five visual states the card is in; lateness is added where there is a clock."""
    if stage not in ("quality_check", "ready_for_pickup", "delivered", "closed", "cancelled"):
        if any(hold.kind in BLOCKING for hold in holds):
            return "blocked"
        if holds:
            return "waiting"
    return STATE.get(stage, "done")


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


def _technicians(sheet: Sheet) -> list[dict[str, str]]:
    cards = {item.technician_card["id"]: item.technician_card for item in sheet.items if item.technician_card}
    return list(cards.values())


def _window(promises: list[Promise]) -> Facts | None:
    if not promises:
        return None
    told, before = promises[-1], promises[-2] if len(promises) > 1 else None
    return {
        "from": iso(told.ready_from),
        "to": iso(told.ready_to),
        "cause": told.cause,
        "reason": told.reason,
        "moved_from": iso(before.ready_from) if before else None,
        "told_at": iso(told.made_at),
    }


def _current(sheet: Sheet) -> Facts | None:
    for status in ("in_progress", "paused"):
        if running := [step for step in sheet.steps if step.status == status]:
            return _current_facts(running[-1], sheet)
    waiting = [step for step in sheet.open_steps() if step.status == "pending"]
    return _current_facts(waiting[0], sheet) if waiting else None


def _current_facts(step: Step, sheet: Sheet) -> Facts:
    counted = [other for other in sheet.steps if other.status != "skipped"]
    item = sheet.item(step.item_id)
    return {
        "step_id": str(step.id),
        "item_id": str(step.item_id),
        "name": step.name,
        "outside_name": step.outside_name,
        "progress_text": item.progress_text,
        "item_name": item.name,
        "status": step.status,
        "number": counted.index(step) + 1,
        "of": len(counted),
        "started_at": iso(step.started_at),
        "running_since": iso(step.running_since),
        "clocked": step.clocked,
        "estimate": step.estimate,
        "technician": step.technician_card or item.technician_card,
    }


def _progress(sheet: Sheet) -> dict[str, int]:
    counted = [step for step in sheet.steps if step.status != "skipped"]
    open_steps = [step for step in counted if step.status in OPEN_STEPS]
    left = sum(max(step.estimate - step.clocked // 60, 0) for step in open_steps)
    return {"done": len(counted) - len(open_steps), "total": len(counted), "minutes_left": left}
