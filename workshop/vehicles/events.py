"""What happens to a vehicle; told on its owner's stream and on that of every centre that knows it.

`data` has `owner_id` and the vehicle as its owner sees it, and where it was serviced the `record` of that.
"""

from workshop.events.event import DomainEvent


class VehicleEvent(DomainEvent):
    """The base of everything that happens to one vehicle."""


class VehicleAdded(VehicleEvent):
    """Somebody has a vehicle that was not known before."""


class VehicleChanged(VehicleEvent):
    """What is known of a vehicle is something else now."""


class VehicleServiced(VehicleEvent):
    """A visit was written into a vehicle's history."""


class VehicleArchived(VehicleEvent):
    """A vehicle was taken out of use."""
