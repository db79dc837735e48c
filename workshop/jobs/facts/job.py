"""The facts of the card itself, with what is derived from its parts."""

from workshop.kernel.clock import iso
from workshop.kernel.money import Money

from ..models import Hold, Promise, Step
from ..sheet import Sheet
from ..workflow import OPEN_STEPS
from .parts import Facts

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
