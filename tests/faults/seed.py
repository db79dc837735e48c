"""Fill a new database with a house and customers who are signed in; print what a campaign needs, as JSON."""

import json
import sys
from datetime import timedelta

import django

django.setup()

from rest_framework_simplejwt.tokens import AccessToken  # noqa: E402  the models must be loaded first

from tests.cast import House, customer, house, widened  # noqa: E402
from tests.door import Door  # noqa: E402
from workshop.accounts.models import User  # noqa: E402

PLACES = 5
"""With twenty days of ten hours these are a thousand slots."""
LASTS = timedelta(hours=2)
"""Refreshing is not what a campaign is about."""


def told(home: House, number: int) -> dict[str, str]:
    """Make a customer and return how to come as them."""
    user: User = customer(home, f"Guest{number}")
    bearer = Door(user).headers["Authorization"].removeprefix("Bearer ")
    token = AccessToken(bearer)  # type: ignore[arg-type]
    token.set_exp(lifetime=LASTS)
    vehicle = user.ownerships.get().vehicle_id
    return {"email": user.email or "", "token": str(token), "vehicle_id": str(vehicle)}


def main() -> None:
    """Print the centre, its bays, technicians and service, and the customers."""
    home = widened(house("ANN", "Anna Nagar"), PLACES)
    document = {
        "center_id": str(home.center.id),
        "bays": [str(bay.id) for bay in home.bays],
        "technicians": [str(user.id) for user in (home.tech, home.other_tech, home.lead, *home.more)],
        "service_id": str(home.service.id),
        "customers": [told(home, number) for number in range(int(sys.argv[1]))],
    }
    print(json.dumps(document))


main()
