"""What a technician does next, pure: at the step, at the next one, or waiting for a part."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from .draws import Draws
from .moves import Document, Move, Rest, Seen, Thing, moment, offered, plate
from .readings import reading_of

FASTEST, SLOWEST = 0.8, 1.4
"""How long a step takes, by its estimate."""
SHORTEST = 0.3
"""What a step that was begun before still takes at least, by its estimate."""
PAUSES = 0.08
SLIPS = 0.05
LOOK_AGAIN = 2.0
EARLY = timedelta(minutes=30)
"""Nobody begins a visit longer than this before its time: the bay may be somebody else's until then."""
WORKING = ("diagnosis", "in_progress")
REASONS = (
    ("parts", "The part in the box does not fit; the right one is on its way."),
    ("parts", "A clip broke; the store looks for a new one."),
    ("tool", "Somebody else has the adapter."),
    ("break", "Tea."),
    ("break", "Helping at the next bay."),
)


def decide(
    me: str,
    documents: Sequence[Document],
    floor: Iterable[Thing],
    now: datetime,
    draws: Draws,
    seen: Seen,
    *,
    closing: bool = False,
) -> Move | Rest:
    """Return what a technician does next, from the cards of the queue and the vehicles on the floor.

    `closing` is the end of the day: nothing new is begun.
    """
    mine = [(doc, step) for doc in documents for step in doc["steps"] if _is_at(step, me)]
    for doc, step in mine:
        if step["running_since"]:
            return at_the_step(doc, step, now, draws, closing=closing)
    if closing:
        return Rest(LOOK_AGAIN)
    for doc, step in mine:
        if step["status"] == "paused" and not _waits(doc, step):
            return _resume(doc, step, now, draws, seen)
    return next(_starts(me, documents, list(floor), now, draws, seen), Rest(LOOK_AGAIN))


def at_the_step(doc: Document, step: Thing, now: datetime, draws: Draws, *, closing: bool) -> Move | Rest:
    """Return what is done at a running step: finish it when its time has come, or stop half-way for a reason."""
    key = _key(doc, step)
    before, since = step["clocked"] / 60, (now - moment(step["running_since"])).total_seconds() / 60
    planned = step["estimate"] * draws.between(FASTEST, SLOWEST, *key, "pace")
    left = max(planned - before, step["estimate"] * SHORTEST) - since
    if left <= 0:
        return complete(doc, step, draws, go_on=not closing)
    if closing:
        return _pause(doc, step, "other", "Closing time.")
    half = left - planned / 2
    if not before and draws.happens(PAUSES, *key, "pause"):
        return _pause(doc, step, *draws.pick(REASONS, *key, "why")) if half <= 0 else Rest(half)
    return Rest(left)


def complete(doc: Document, step: Thing, draws: Draws, *, go_on: bool) -> Move:
    """Return the finishing of a step, with its reading, going on to the next one where there is one."""
    key = _key(doc, step)
    body: dict[str, Any] = {"version": step["version"], "start_next": go_on}
    asked = step["needs"]["reading"]
    said = f"finishes {step['name']}"
    if asked:
        body["reading"], note = reading_of(asked, draws, *key)
        said += f", {body['reading']} {asked['unit']}"
        if note:
            body["note"] = note
            said += " (out of limits)"
    path = f"/api/technicians/steps/{step['id']}/complete"
    slip = draws.happens(SLIPS, *key, "slip", step["version"])
    return Move(path, f"{said} ({plate(doc['job'])})", body, slip)


def is_free(bay: Thing | None, floor: Iterable[Thing], job_id: str) -> bool:
    """Say whether nobody works on another vehicle in a bay."""
    return bay is not None and not any(
        other["bay"]
        and other["bay"]["id"] == bay["id"]
        and other["stage"] in WORKING
        and other["id"] != job_id
        for other in floor
    )


def _starts(
    me: str, documents: Sequence[Document], floor: list[Thing], now: datetime, draws: Draws, seen: Seen
) -> Iterator[Move]:
    for doc in sorted(documents, key=lambda doc: doc["appointment"]["scheduled_start"]):
        job = doc["job"]
        held = {hold["item_id"] for hold in _open_holds(doc)}
        early = job["stage"] == "queued" and now < moment(doc["appointment"]["scheduled_start"]) - EARLY
        if early or None in held or not is_free(job["bay"], floor, job["id"]):
            continue
        for step in doc["steps"]:
            ready = draws.between(0.5, 4, *_key(doc, step), "ready")
            if step["item_id"] in held or not offered(step, "start", me):
                continue
            if seen.ripe(now, ready, step["id"], "start"):
                yield Move(
                    f"/api/technicians/steps/{step['id']}/start",
                    f"starts {step['name']} ({plate(job)})",
                    {"version": step["version"]},
                )
            break


def _resume(doc: Document, step: Thing, now: datetime, draws: Draws, seen: Seen) -> Move | Rest:
    away = draws.between(3, 12, *_key(doc, step), "away")
    if not seen.ripe(now, away, step["id"], "resume", step["version"]):
        return Rest(LOOK_AGAIN)
    return Move(
        f"/api/technicians/steps/{step['id']}/resume",
        f"goes on with {step['name']} ({plate(doc['job'])})",
        {"version": step["version"]},
    )


def _pause(doc: Document, step: Thing, kind: str, reason: str) -> Move:
    return Move(
        f"/api/technicians/steps/{step['id']}/pause",
        f"stops {step['name']} ({plate(doc['job'])}): {reason}",
        {"version": step["version"], "kind": kind, "reason": reason},
    )


def _waits(doc: Document, step: Thing) -> bool:
    return any(hold["item_id"] in (None, step["item_id"]) for hold in _open_holds(doc))


def _open_holds(doc: Document) -> list[Thing]:
    return [hold for hold in doc["holds"] if hold["released_at"] is None]


def _is_at(step: Thing, me: str) -> bool:
    return bool(step["technician"]) and step["technician"]["id"] == me


def _key(doc: Document, step: Thing) -> tuple[object, ...]:
    return doc["job"]["number"], step["name"], step["position"]
