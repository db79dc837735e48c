"""What happened to what a centre sells; on the centre's stream.

`data` has center_id and the service as anybody finds it.
"""

from workshop.events.event import DomainEvent


class ServiceOffered(DomainEvent):
    """A centre sells something new."""


class ServiceChanged(DomainEvent):
    """What a service is, costs or takes is something else now, or it is offered no more, or again."""


ALL = (ServiceOffered, ServiceChanged)
