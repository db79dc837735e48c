"""What is booked and asked for beyond the demo's day."""

from workshop.demo.data.coming.booked import BOOKED
from workshop.demo.data.coming.requests import REQUESTS
from workshop.demo.data.coming.spec import BookedSpec, RequestSpec

__all__ = ["BOOKED", "REQUESTS", "BookedSpec", "RequestSpec"]
