"""Which cards stand in a technician's queue, pure."""

from typing import Any

from .workflow import ON_SITE


def in_queue(facts: dict[str, Any], technician_id: str, audience: str) -> bool:
    """Say whether a card on site holds work for this technician, for anybody, or a check for a lead."""
    if facts["stage"] not in ON_SITE:
        return False
    if audience == "lead" and facts["stage"] == "quality_check":
        return True
    return facts["unassigned"] or any(card["id"] == technician_id for card in facts["technicians"])
