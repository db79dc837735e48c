"""A wanted status instead of a verb: the one verb that leads there is run, under its own guards."""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Conflict, IllegalTransition
from workshop.kernel.workflow import Transition, Workflow
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment
from workshop.scheduling.services.states import find
from workshop.scheduling.workflow import APPOINTMENT, OUTSIDE

from ..sheet import Sheet
from ..workflow import OUTSIDE_STEP, STEP
from .check_in import check_in
from .checks import rework_step, skip_step, verify_step
from .find import sheet_of_step
from .steps import complete_step, note_step, pause_step, resume_step, start_step


@command
def amend_appointment(
    *,
    actor: Actor,
    appointment_id: UUID,
    status: str | None = None,
    version: int | None = None,
    **values: Any,
) -> Appointment:
    """Change an appointment's fields (those of `scheduling.amend`) and bring it to a status, by either of its words.

    Raises what the verbs raise, and IllegalTransition when none leads there.
    """
    appointment = scheduling.amend(actor=actor, appointment_id=appointment_id, version=version, **values)
    if status is None:
        return appointment
    move = leading(APPOINTMENT, OUTSIDE, appointment.status, status, "F")
    if move is None:
        return appointment
    verbs: dict[str, Callable[..., Any]] = {
        "check_in": check_in,
        "cancel": scheduling.cancel,
        "mark_no_show": scheduling.mark_no_show,
    }
    if move.verb not in verbs:
        raise _nothing_leads(APPOINTMENT, appointment.status, status)
    verbs[move.verb](actor=actor, appointment_id=appointment_id)
    return find(actor, appointment_id)


@command
def progress_step(
    *,
    actor: Actor,
    step_id: UUID,
    status: str | None = None,
    notes: str | None = None,
    reading: Decimal | None = None,
    kind: str = "other",
    reason: str = "",
    technician_id: UUID | None = None,
    at: datetime | None = None,
    version: int | None = None,
) -> Sheet:
    """Write a step's notes and bring it to a status, by either of its words.

    `kind` and `reason` are of a pause, `reason` also of what a lead does; the desk names the technician for whom it
    starts. Notes are kept: what is sent begins with what is there. Raises what the verbs raise, IllegalTransition when
    none leads there, and Conflict `notes_are_kept`.
    """
    sheet = sheet_of_step(actor, step_id)
    step = sheet.step(step_id, version=version)
    move = status and leading(STEP, OUTSIDE_STEP, step.status, status, "TL")
    said: dict[str, Any] = {"actor": actor, "step_id": step_id, "at": at}
    if notes is not None and (added := _added(step.notes, notes)):
        sheet = note_step(**said, note=added)
    if not move:
        return sheet
    more: dict[str, dict[str, Any]] = {
        "start": {"on_behalf_of": technician_id, "reason": reason},
        "pause": {"kind": kind, "reason": reason},
        "complete": {"reading": reading},
        "skip": {"reason": reason},
        "rework": {"reason": reason},
    }
    return VERBS[move.verb](**said, **more.get(move.verb, {}))


VERBS: dict[str, Callable[..., Sheet]] = {
    "start": start_step,
    "pause": pause_step,
    "resume": resume_step,
    "complete": complete_step,
    "verify": verify_step,
    "rework": rework_step,
    "skip": skip_step,
}


def leading(
    workflow: Workflow, outside: Mapping[str, str], state: str, wanted: str, who: str
) -> Transition | None:
    """Return the move from a state to the wanted one, named by its own word or the outside one.

    None when it is there already; raises IllegalTransition when no move, or more than one, leads there.
    """
    if state == wanted or (wanted not in workflow.states and outside[state] == wanted):
        return None
    moves = workflow.verbs_from(state, who)
    exact = [move for move in moves if move.target == wanted]
    named = exact or [move for move in moves if outside[move.target] == wanted]
    if len(named) != 1:
        raise _nothing_leads(workflow, state, wanted)
    return named[0]


def _nothing_leads(workflow: Workflow, state: str, wanted: str) -> IllegalTransition:
    return IllegalTransition(
        detail=f"Nothing leads from {state.replace('_', ' ')} to {wanted.replace('_', ' ')} here.",
        status_now=state,
        possible=[move.verb for move in workflow.transitions if state in move.sources and move.who != "S"],
    )


def _added(held: str, sent: str) -> str:
    if not sent.startswith(held):
        raise Conflict(
            "notes_are_kept",
            "What was noted on a step stays.",
            next="Send the notes that are there with yours below them.",
            fields={"notes": ["These must begin with the notes that are there."]},
        )
    return sent[len(held) :].strip()
