"""What notifications do about everything that is news to somebody."""

from uuid import UUID

from workshop.events.event import Recorded
from workshop.events.reactions import reaction

from .kinds import events
from .services import tell


@reaction(*events(pressing=True))
@reaction(*events(pressing=False), at_once=False)
def tell_people(event: Recorded) -> None:
    """Tell everybody whom it concerns."""
    tell(event_id=UUID(event.id))
