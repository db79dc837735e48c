"""Telling customers of their visits on their own stream, where all that is theirs is heard, whichever the centre."""

from uuid import UUID

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import SYSTEM

from ..events import OwnVisitChanged
from ..facts import facts_of
from ..selectors import somebodys


@command
def tell_customer(*, appointment_id: UUID) -> None:
    """Tell a visit as it is now to its customer; one that is nobody's yet concerns nobody."""
    visit = somebodys().select_related("center").filter(pk=appointment_id).first()
    if visit is None or visit.customer_id is None:
        return
    told = OwnVisitChanged(
        stream=f"person:{visit.customer_id}",
        subject=f"appointment:{visit.id}",
        data={"appointment": facts_of(visit)},
    )
    record(told, actor=SYSTEM)
