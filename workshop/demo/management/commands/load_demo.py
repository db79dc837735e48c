"""manage.py load_demo: the demo workshop, at the hour of its day."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workshop.centers.models import ServiceCenter
from workshop.demo.loading import load, resume, wipe, write_signins
from workshop.kernel.clock import real_now
from workshop.kernel.errors import DomainError
from workshop.settings.env import VAR


class Command(BaseCommand):
    """Loads the demo workshop and writes who can sign in to `demo.json` in the var folder."""

    help = "Load the demo workshop, as it is at ten to two on a working day."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which arguments there are."""
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument(
            "--if-empty",
            action="store_true",
            help="load nothing into a database that has a centre: its demo goes on where it was left",
        )
        choice.add_argument(
            "--again", action="store_true", help="empty the demo's database first: the day begins anew"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load it, go on with it, or begin it anew."""
        try:
            if options["again"]:
                wipe()
            self._load(if_empty=options["if_empty"])
        except DomainError as error:
            raise CommandError(f"{error.detail} {error.next}".strip()) from error
        people = write_signins(VAR / "demo.json")
        if options["again"]:
            link = next(person["visit_link"] for person in people if "visit_link" in person)
            self.stdout.write(
                "Sign in again, and pair the wall again under Screens. "
                f"The visit without an account is now at {link}"
            )

    def _load(self, *, if_empty: bool) -> None:
        if not ServiceCenter.objects.exists():
            load(real_now())
            self.stdout.write("The demo workshop is loaded.")
        elif not if_empty:
            raise CommandError(
                "There is a workshop in this database already: `load_demo --again` begins the demo's day anew."
            )
        elif moment := resume(real_now()):
            self.stdout.write(f"The demo goes on where it was left, at {moment:%d %B %H:%M} UTC.")
