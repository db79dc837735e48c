"""manage.py simulate: the demo's day, lived through over HTTP."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from workshop.demo.simulation import Simulation
from workshop.demo.simulation.client import Refused
from workshop.demo.simulation.day import closing_time
from workshop.demo.simulation.stopping import Stop
from workshop.kernel import clock
from workshop.kernel.errors import DomainError

FASTEST = 600.0
SEED = 45
"""A day on which a visit is given up for which somebody waits, who takes the time."""


class Command(BaseCommand):
    """Lives through the day with the demo's clock at another speed, which it puts back when it ends."""

    help = "Live through the demo's day as its technicians and its desk would."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which arguments there are."""
        parser.add_argument("--speed", type=float, default=60.0, help="how many times as fast as true time")
        parser.add_argument("--url", default=settings.PUBLIC_URL, help="where the workshop answers")
        parser.add_argument("--minutes", type=float, help="stop after so many minutes of the demo's clock")
        parser.add_argument("--seed", type=int, default=SEED, help="another day with the same beginning")

    def handle(self, *args: Any, **options: Any) -> None:
        """Live until closing time, or for the minutes asked for."""
        if not settings.DEMO:
            raise CommandError("There is no demo here: start it by `make run`, then `make simulate`.")
        if not 1.0 <= options["speed"] <= FASTEST:
            raise CommandError(f"Choose a speed from 1 to {FASTEST:.0f}.")
        stop = Stop()
        stop.listen()
        try:
            self._live(options, stop)
        except KeyboardInterrupt:
            self.stdout.write("Stopped; the demo's clock runs at true speed again.")
        except Refused as refused:
            raise CommandError(f"{refused}: `manage.py load_demo` makes the people of the demo.") from refused
        except DomainError as error:
            raise CommandError(f"{error.detail} {error.next}".strip()) from error

    def _live(self, options: dict[str, Any], stop: Stop) -> None:
        now = clock.now()
        closes = closing_time(now)
        if closes is None or now >= closes:
            self.stdout.write("The demo's day is over: `make again` begins it anew.")
            return
        asked = timedelta(days=1) if options["minutes"] is None else timedelta(minutes=options["minutes"])
        until = min(closes, now + asked)
        day = Simulation(options["url"], self._tell, seed=options["seed"], pause=stop.pause)
        day.live(options["speed"], until, closes)
        self.stdout.write("Closing time." if until == closes else "That was the time asked for.")

    def _tell(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
