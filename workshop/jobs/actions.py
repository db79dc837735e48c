"""`allowed_actions`: what each audience is offered on a card and on a step, pure, from their facts."""

from typing import Any

from workshop.kernel.workflow import Workflow

from .workflow import JOB, STEP

LETTERS = {"customer": "C", "technician": "T", "lead": "TL", "desk": "F", "board": ""}
OFFERED_STAGE_VERBS = {
    "diagnose",
    "queue",
    "send_estimate",
    "diagnose_again",
    "decline_all",
    "pass_check",
    "rework",
    "reopen",
    "hand_over",
    "close",
    "cancel",
}

Offer = dict[str, Any]


def _offers(workflow: Workflow, state: str, audience: str) -> list[Any]:
    return workflow.verbs_from(state, LETTERS[audience])


def job_actions(facts: dict[str, Any], audience: str) -> list[Offer]:
    """Return the offers on a card. Nobody passes the check of their own work; hand-over waits for the last clock."""
    offers = []
    for move in _offers(JOB, facts["stage"], audience):
        if move.verb not in OFFERED_STAGE_VERBS:
            continue
        besides = facts["workers"] if move.verb == "pass_check" else None
        offers.append(move.offer(besides=besides))
    if facts["undo"] and facts["undo"]["step"] is None and LETTERS[audience] not in ("", "C"):
        offers.append(_undo(facts["undo"]))
    return offers


def step_actions(facts: dict[str, Any], audience: str) -> list[Offer]:
    """Return the offers on a step: to those it is assigned to, to leads, and to the desk on behalf of somebody."""
    offers = []
    doer = facts["technician"]["id"] if facts["technician"] else None
    for move in _offers(STEP, facts["status"], audience):
        only, besides, label = None, None, None
        if move.verb == "start":
            if facts["blocker"]:
                continue
            only = [facts["assigned"]] if facts["assigned"] and audience != "desk" else None
            label = "Start for the technician" if audience == "desk" else None
        elif move.verb in ("complete", "resume") or (move.verb == "pause" and audience == "technician"):
            only = [doer] if doer else None
        elif move.verb == "verify":
            besides = [doer] if doer else None
        elif move.verb == "skip" and facts["safety"]:
            continue
        offers.append(move.offer(only=only, besides=besides, label=label))
    if facts["undo"] and audience != "customer":
        offers.append(_undo(facts["undo"]))
    return offers


def _undo(undo: dict[str, Any]) -> Offer:
    """Return the offer to whoever did the last thing to take it back."""
    return {
        "verb": "undo",
        "label": "Undo",
        "tone": "neutral",
        "only": [undo["by"]],
        "except": None,
        "since": None,
        "until": undo["until"],
    }
