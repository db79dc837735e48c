"""What a lead technician does besides the own work, pure: the quality check."""

from collections.abc import Iterable
from datetime import datetime

from .draws import Draws
from .moves import Document, Move, Seen, offered, plate

REWORKS = 0.12
WHY = (
    "A clip of the cover is missing.",
    "The torque mark is missing on one nut.",
    "The value is not in the report.",
)


def check(me: str, documents: Iterable[Document], now: datetime, draws: Draws, seen: Seen) -> Move | None:
    """Return the check of a finished vehicle that somebody else worked on: passed, or sent back for one step."""
    for doc in documents:
        job = doc["job"]
        if job["stage"] != "quality_check" or not offered(job, "pass_check", me):
            continue
        key = (job["number"], job["version"])
        if not seen.ripe(now, draws.between(3, 9, *key, "look"), job["id"], "check"):
            continue
        path = f"/api/technicians/jobs/{job['id']}"
        done = [step for step in doc["steps"] if step["status"] == "done"]
        if done and draws.happens(REWORKS, *key, "rework"):
            step, why = draws.pick(done, *key, "which"), draws.pick(WHY, *key, "why")
            return Move(
                f"{path}/rework",
                f"sends {plate(job)} back for {step['name']}: {why}",
                {"version": job["version"], "step_ids": [step["id"]], "reason": why},
            )
        return Move(f"{path}/pass-check", f"passes the check of {plate(job)}", {"version": job["version"]})
    return None
