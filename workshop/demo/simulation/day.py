"""The day as a whole: who is there, whose turn it is, and when it is over."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from workshop.demo.data.centers import ANNA_NAGAR
from workshop.demo.data.people import CUSTOMERS, WORKERS
from workshop.demo.loading.signins import PASSWORD
from workshop.kernel import clock

from .client import Client
from .draws import Draws
from .people import Customer, Driver, Person, Receptionist, Technician
from .speed import driven

NOTHING_NEW = timedelta(minutes=10)
"""Before closing: nobody begins anything."""
TURN = 0.4
"""Real seconds at least until the same person's next turn, however fast the clock runs."""
AT_HOME = frozenset(
    {
        "keerthana-baskar",
        "ibrahim-rowther",
        "chitra-ranganathan",
        "bala-subramani",
        "fathima-nasreen",
        "prakash-reddy",
        "hari-krishnan",
        "lydia-fernandes",
    }
)
"""Those who look after their bookings at home while the day goes on."""
ZONE = ZoneInfo(ANNA_NAGAR.time_zone)


class Simulation:
    """Everybody of the demo's centre, living on from now."""

    def __init__(
        self, url: str, tell: Callable[[str], object], *, seed: int, pause: Callable[[float], None]
    ) -> None:
        self.url, self.tell, self.pause = url, tell, pause
        self.draws = Draws(seed)
        self.wait = pause
        self.people = self._everybody()

    def live(self, rate: float, until: datetime, closes: datetime) -> None:
        """Live until a moment of the demo's clock, which runs at a rate meanwhile, on a day with a closing time.

        Everybody signs in when their first turn comes: nobody waits until all have, which takes a password each.
        Raises Refused when somebody cannot sign in, and what `driven` and `pause` raise.
        """
        with ExitStack() as stack:
            for person in self.people:
                stack.callback(person.client.close)
            speed = stack.enter_context(driven(rate, self.pause))
            self.wait = speed.wait
            while (now := clock.now()) < until:
                self.pause(0)
                person = min(self.people, key=lambda person: person.due)
                ahead = (person.due - now).total_seconds() / rate
                if ahead > 0:
                    speed.wait(min(ahead, 1.0))
                    continue
                speed.keep()
                if not person.client.signed_in:
                    person.client.sign_in()
                minutes = person.act(now, closing=now >= closes - NOTHING_NEW)
                person.due = now + max(timedelta(minutes=minutes), timedelta(seconds=TURN * rate))

    def _everybody(self) -> list[Person]:
        here = [worker for worker in WORKERS if worker.center == ANNA_NAGAR.code]
        people: list[Person] = [
            Technician(worker.short_name, self._client(worker.email), self.draws, self._say, lead=worker.lead)
            for worker in here
            if worker.role == "technician"
        ]
        counter: set[str] = set()
        people += [
            Receptionist(
                worker.short_name,
                self._client(worker.email),
                self.draws,
                self._say,
                counter=counter,
                greets=place == 0,
            )
            for place, worker in enumerate(
                worker for worker in here if worker.role == "staff" and not worker.driver
            )
        ]
        people += [
            Driver(worker.short_name, self._client(worker.email), self.draws, self._say)
            for worker in here
            if worker.driver
        ]
        people += [
            Customer(
                f"{customer.first_name} {customer.last_name[0]}.",
                self._client(customer.email),
                self.draws,
                self._say,
                center=ANNA_NAGAR.name,
            )
            for customer in CUSTOMERS
            if customer.code in AT_HOME
        ]
        return people

    def _client(self, email: str) -> Client:
        return Client(self.url, email, PASSWORD, lambda seconds: self.wait(seconds))

    def _say(self, name: str, text: str) -> None:
        self.tell(f"{clock.now().astimezone(ZONE):%H:%M} {name} {text}")


def closing_time(now: datetime) -> datetime | None:
    """Return when the centre closes on the day of a moment; None when it does not open then."""
    here = now.astimezone(ZONE)
    closes = [span.closes for span in ANNA_NAGAR.opening if span.weekday == here.weekday()]
    return datetime.combine(here.date(), max(closes), ZONE) if closes else None
