"""What is booked, asked for and waited for beyond the demo's day."""

from workshop.demo.data.coming.booked import BOOKED
from workshop.demo.data.coming.requests import REQUESTS
from workshop.demo.data.coming.spec import BookedSpec, RequestSpec, WaitingSpec
from workshop.demo.data.coming.waiting import WAITING

__all__ = ["BOOKED", "REQUESTS", "WAITING", "BookedSpec", "RequestSpec", "WaitingSpec"]
