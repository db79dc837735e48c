"""Who may do what with files; whatever is not said here is refused."""

from workshop.kernel.actor import Actor


def can_store(actor: Actor, visitor_key: str) -> bool:
    """People store files; without an account, whoever has a key to be known by."""
    return actor.kind in ("person", "system") or bool(visitor_key)
