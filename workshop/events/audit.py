"""Who, what and from where: signed into every history row by the triggers, once per transaction."""

import json
from uuid import UUID

from workshop.kernel.actor import Actor


def context(id: UUID, actor: Actor, name: str) -> tuple[str, str]:
    """Return pghistory's context id and metadata (JSON) for one command."""
    return str(id), json.dumps(
        {
            "command": name,
            "actor_kind": actor.kind,
            "actor_id": str(actor.id) if actor.id else None,
            "ip_address": actor.origin.ip_address,
            "user_agent": actor.origin.user_agent[:200],
        }
    )
