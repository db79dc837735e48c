"""manage.py load_demo: the demo workshop, at the hour of its day."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workshop.centers.models import ServiceCenter
from workshop.demo.loading import load, write_signins
from workshop.kernel.clock import real_now
from workshop.settings.env import VAR


class Command(BaseCommand):
    """Loads the demo workshop and writes who can sign in to `demo.json` in the var folder."""

    help = "Load the demo workshop, as it is at ten to two on a working day."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which arguments there are."""
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing to a database that has a centre already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load it, unless there is something already."""
        if not ServiceCenter.objects.exists():
            load(real_now())
            self.stdout.write("The demo workshop is loaded.")
        elif not options["if_empty"]:
            raise CommandError("There is a centre already: load the demo into an empty database.")
        write_signins(VAR / "demo.json")
