"""What the front desk does next, pure: receives, plans bays, releases what waited, hands over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from .draws import Draws
from .moves import Document, Move, Seen, Thing, moment, plate
from .technician import is_free

NEVER_COMES = 0.05
REJECTED = 0.1
WHY_NOT = "Our test bench for this is away for calibration until next week."
CHANGED = ("stale_version", "illegal_transition")
"""What a refusal is called when somebody else was first."""
GIVEN_UP_AFTER = timedelta(minutes=20)
ARRIVES_EARLY, ARRIVES_LATE = -12.0, 9.0
DRIVES_BACK = (12.0, 35.0)
"""Minutes from the customer's door to the workshop."""
HOLD_LASTS = {"parts": (12, 35), "approval": (8, 30), "customer": (8, 30), "sublet": (40, 90)}
HOLD_LASTS_ELSE = (5, 15)
WAITED_FOR = {
    "parts": "a part",
    "approval": "a decision",
    "technician": "a technician",
    "tool": "a tool",
    "sublet": "another workshop",
    "customer": "an answer",
}
UNPAID = "Pays by card at the counter; booked in the evening."


@dataclass(frozen=True, slots=True)
class Desk:
    """The board as the desk sees it now, with the documents of the cards that `looks_into` names.

    `present` are the visits whose customers stand at the counter already, `requests` wait for an answer, and `ways`
    are plans that lead out of what overruns.
    """

    board: Document
    documents: Mapping[str, Document]
    now: datetime
    draws: Draws
    seen: Seen
    present: frozenset[str] = frozenset()
    requests: Sequence[Thing] = ()
    ways: Sequence[Thing] = ()

    def moves(self) -> Iterator[Move]:
        """Return everything that is due, the most pressing first."""
        rules = (
            self._arrivals,
            self._overruns,
            self._holds,
            self._received,
            self._bays,
            self._requests,
            self._estimates,
            self._leaving,
        )
        for rule in rules:
            yield from rule()

    def _ripe(self, low: float, high: float, thing: Thing, what: str) -> bool:
        minutes = self.draws.between(low, high, thing["number"], what)
        return self.seen.ripe(self.now, minutes, thing["id"], what)

    def _at(self, *stages: str) -> list[Thing]:
        return [job for job in self.board["jobs"] if job["stage"] in stages]

    def _arrivals(self) -> Iterator[Move]:
        for visit in self.board["appointments"]:
            path, number = f"/api/staff/appointments/{visit['id']}", visit["number"]
            start = moment(visit["scheduled_start"])
            here = visit["id"] in self.present
            fetched = _fetched(visit)
            if fetched is not None and fetched["status"] != "done":
                continue
            if fetched is None and not here and self.draws.happens(NEVER_COMES, number, "never"):
                if self.now >= start + GIVEN_UP_AFTER:
                    said = f"notes that {visit['customer']['name']} did not come"
                    yield Move(f"{path}/mark-no-show", said, {"version": visit["version"]})
                continue
            low, high = (ARRIVES_EARLY, ARRIVES_LATE) if fetched is None else DRIVES_BACK
            comes = (start if fetched is None else moment(fetched["ended_at"])) + timedelta(
                minutes=self.draws.between(low, high, number, "comes")
            )
            if here or self.now >= comes:
                body = {
                    "version": visit["version"],
                    "mileage_in": visit["vehicle"]["mileage"]
                    + round(self.draws.between(2, 40, number, "driven")),
                    "charge_in": self._charge(visit),
                    "concern": visit["notes"],
                }
                yield Move(
                    f"{path}/check-in", f"receives {plate(visit)} of {visit['customer']['name']}", body
                )

    def _charge(self, visit: Thing) -> int | None:
        if visit["vehicle"]["battery_capacity"] is None:
            return None
        return round(self.draws.between(12, 88, visit["number"], "charge"))

    def _overruns(self) -> Iterator[Move]:
        """Place what is behind by the first way out, which breaks the fewest promises."""
        for way in self.ways[:1]:
            moves = way["moves"]
            key = tuple(move["appointment_id"] for move in moves)
            if moves and self.seen.ripe(self.now, 3, "overrun", *key):
                said = f"places {', '.join(move['number'] for move in moves)} anew behind an overrun"
                yield Move("/api/staff/moves", said, {"moves": [_placed(move) for move in moves]})

    def _requests(self) -> Iterator[Move]:
        for visit in self.requests:
            if not self._ripe(4, 18, visit, "request"):
                continue
            path, version = f"/api/staff/appointments/{visit['id']}", {"version": visit["version"]}
            owner = visit["customer"]["name"]
            if self.draws.happens(REJECTED, visit["number"], "rejected"):
                said = f"turns down the request of {owner}"
                yield Move(f"{path}/reject", said, version | {"reason": WHY_NOT})
                continue
            instead = partial(_another_answer, path, version, owner)
            yield Move(f"{path}/accept", f"accepts the request of {owner}", version, instead=instead)

    def _holds(self) -> Iterator[Move]:
        for doc in self.documents.values():
            for hold in doc["holds"]:
                low, high = HOLD_LASTS.get(hold["kind"], HOLD_LASTS_ELSE)
                lasts = timedelta(minutes=self.draws.between(low, high, doc["job"]["number"], hold["since"]))
                if hold["released_at"] is None and self.now >= moment(hold["since"]) + lasts:
                    said = f"notes for {plate(doc['job'])}: no more waiting for {WAITED_FOR[hold['kind']]}"
                    yield Move(f"/api/staff/holds/{hold['id']}/release", said)

    def _received(self) -> Iterator[Move]:
        for job in self._at("received"):
            doc = self.documents.get(job["id"])
            if doc is None or not self._ripe(2, 6, job, "received"):
                continue
            only_looks = all(item["kind"] == "diagnosis" for item in doc["items"])
            verb, said = ("diagnose", "sends {} to diagnosis") if only_looks else ("queue", "queues {}")
            if is_free(job["bay"], self.board["jobs"], job["id"]):
                yield self._card(job, verb, said.format(plate(job)))

    def _bays(self) -> Iterator[Move]:
        for job in self._at("quality_check", "awaiting_decision"):
            if job["bay"] and self._ripe(1, 3, job, "out"):
                yield self._card(job, "move", f"drives {plate(job)} out of {job['bay']['name']}", bay_id=None)
        for job in self._at("received", "queued"):
            if is_free(job["bay"], self.board["jobs"], job["id"]) or not self._ripe(6, 12, job, "bay"):
                continue
            if bay := self._free_bay(job):
                yield self._card(job, "move", f"moves {plate(job)} to {bay['name']}", bay_id=bay["id"])

    def _free_bay(self, job: Thing) -> Thing | None:
        bays = self.board["bays"]
        kinds = {bay["kind"] for bay in bays if job["bay"] is None or bay["id"] == job["bay"]["id"]}
        wanted = {other["bay"]["id"] for other in self._at("received", "queued") if other["bay"]}
        free = [
            bay
            for bay in bays
            if bay["kind"] in kinds
            and bay["id"] not in wanted
            and is_free(bay, self.board["jobs"], job["id"])
        ]
        return free[0] if free else None

    def _estimates(self) -> Iterator[Move]:
        for job in self._at("diagnosis"):
            if job["progress"]["done"] == job["progress"]["total"] and self._ripe(3, 8, job, "estimate"):
                yield self._card(job, "send-estimate", f"sends the estimate of {plate(job)}")
        for job in self._at("awaiting_decision"):
            if self._ripe(12, 45, job, "decision"):
                yield self._card(
                    job, "decline-all", f"notes that {_owner(job)} decides at home about {plate(job)}"
                )

    def _leaving(self) -> Iterator[Move]:
        for job in self._at("ready_for_pickup"):
            if self._ripe(12, 60, job, "collected"):
                out = (job["mileage_in"] or job["vehicle"]["mileage"]) + round(
                    self.draws.between(0, 12, job["number"], "test drive")
                )
                said = f"hands {plate(job)} over to {_owner(job)}"
                yield self._card(job, "hand-over", said, mileage_out=out, override_reason=UNPAID)
        for job in self._at("delivered"):
            if self._ripe(15, 40, job, "closed"):
                yield self._card(job, "close", f"closes the visit of {plate(job)}")

    def _card(self, job: Thing, verb: str, said: str, **body: object) -> Move:
        return Move(f"/api/staff/jobs/{job['id']}/{verb}", said, {"version": job["version"], **body})


def in_conflict(board: Document) -> bool:
    """Say whether work runs into a visit that still comes."""
    return any(visit["conflict_since"] for visit in board["appointments"])


def looks_into(board: Document) -> list[Thing]:
    """Return the cards of which the desk needs more than the board shows: their holds, or what is booked."""
    return [job for job in board["jobs"] if job["holds"] or job["stage"] == "received"]


def _fetched(visit: Thing) -> Thing | None:
    """Return the collection by which a vehicle comes; None for who brings it, also because the driver failed."""
    coming = ("planned", "under_way", "done")
    trips = [
        trip for trip in visit["transports"] if trip["direction"] == "collect" and trip["status"] in coming
    ]
    return trips[-1] if trips else None


def _another_answer(
    path: str, version: Mapping[str, Any], owner: str, problem: Mapping[str, Any]
) -> Move | None:
    """Return what answers a request that cannot be accepted: the next free time, or no, with the reason.

    None when it changed meanwhile: it is looked at anew.
    """
    if problem.get("code") in CHANGED:
        return None
    if free := problem.get("next_free"):
        message = "The time you asked for is taken. Would this one do?"
        body = {**version, "scheduled_start": free[0], "message": message}
        return Move(f"{path}/propose", f"proposes another time to {owner}", body)
    reason = f"{problem.get('detail') or WHY_NOT} Please ask for another time."
    said = f"turns down the request of {owner}: {reason}"
    return Move(f"{path}/reject", said, {**version, "reason": reason})


def _placed(move: Thing) -> dict[str, Any]:
    return {
        "appointment_id": move["appointment_id"],
        "version": move["version"],
        "scheduled_start": move["scheduled_start"],
        "bay_id": move["bay"]["id"],
        "technician_id": move["technician"]["id"],
    }


def _owner(job: Thing) -> str:
    return str(job["customer"]["name"])
