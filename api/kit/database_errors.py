"""What PostgreSQL refuses, in the domain's words: its constraints and triggers have the last one."""

from functools import cache
from typing import Any

import structlog
from django.apps import apps
from django.db import DatabaseError, DataError, IntegrityError, InterfaceError, OperationalError
from django.db.models import BaseConstraint

from workshop.kernel.errors import Conflict, DomainError, IllegalTransition, Invalid, Unavailable

LOG = structlog.get_logger(__name__)
NOT_NULL, CHECK = "23502", "23514"


class DatabaseUnavailable(Unavailable):
    """The database cannot be reached, or gave up for now."""

    code = "database_unavailable"
    detail, next = (
        "The workshop's records cannot be reached just now.",
        "Nothing was lost. Try again in a moment.",
    )


def refusal(error: DatabaseError) -> DomainError | None:
    """Return what an error of the database means to the person; None when it is a bug."""
    if isinstance(error, OperationalError | InterfaceError):
        LOG.warning("database_unavailable", error=str(error))
        return DatabaseUnavailable()
    if isinstance(error, IntegrityError):
        return _integrity(error)
    if isinstance(error, DataError):
        LOG.warning("value_refused_by_database", error=str(error))
        return Invalid("value_out_of_range", "A value is too large, too long or not of its kind.")
    if "pgtrigger: Invalid transition" in str(error):
        return IllegalTransition(detail="It cannot go there from the state it is in.")
    if "pgtrigger:" in str(error):
        return Conflict("protected", "This is a record that may not be changed.")
    return None


def _integrity(error: IntegrityError) -> DomainError:
    said: Any = getattr(error.__cause__, "diag", None)
    name = getattr(said, "constraint_name", None) or ""
    known = _constraints().get(name)
    if known is not None and known.violation_error_code:
        return Conflict(known.violation_error_code, str(known.violation_error_message))
    LOG.warning("constraint_without_words", constraint=name, error=str(error))
    if getattr(error.__cause__, "sqlstate", "") in (NOT_NULL, CHECK):
        return Invalid("value_not_allowed", "A value is missing or not allowed here.", constraint=name)
    return Conflict(
        "already_exists", "There is already one like this, or it belongs to something.", constraint=name
    )


@cache
def _constraints() -> dict[str, BaseConstraint]:
    return {held.name: held for model in apps.get_models() for held in model._meta.constraints}
