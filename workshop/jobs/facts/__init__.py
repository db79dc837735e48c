"""The facts of a card: absolute, JSON-ready, everything any audience may see. Events carry them, views restrict."""

from typing import Any

from ..sheet import Sheet
from .job import COLUMN, job_facts
from .parts import Marks, marks, part_facts

__all__ = ["COLUMN", "Marks", "card_facts", "job_facts", "marks", "part_facts"]


def card_facts(sheet: Sheet) -> dict[str, Any]:
    """Return `{job, items, steps, holds, promises}`: one thing, and things by id."""
    return {"job": job_facts(sheet), **part_facts(sheet, marks(sheet))}
