"""manage.py first_run: the questions that open an empty workshop."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workshop.centers.models import ServiceCenter
from workshop.demo.first_run import ask_everything, open_workshop
from workshop.embedded.run import STILL_EMPTY
from workshop.kernel.errors import DomainError


class Command(BaseCommand):
    """Asks on the terminal; without one it says how to be asked, and ends with `STILL_EMPTY`."""

    help = "Open an empty workshop: its name, zone and currency, hours, bays and first service."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which arguments there are."""
        parser.add_argument("--if-empty", action="store_true", help="ask nothing when there is a centre")

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask, and open the workshop."""
        if ServiceCenter.objects.exists():
            if not options["if_empty"]:
                raise CommandError("There is a workshop already: sign in as its administrator to change it.")
            return
        if not sys.stdin.isatty():
            self.stdout.write(
                "The workshop is empty: stop this and run `make run DEMO=0` on a terminal to be asked the five "
                "questions that open it."
            )
            sys.exit(STILL_EMPTY)
        try:
            answers = ask_everything(self.stdout.write)
            center = open_workshop(answers)
        except (EOFError, KeyboardInterrupt) as stopped:
            raise CommandError("Nothing was made: answer the questions when you have the time.") from stopped
        except DomainError as error:
            raise CommandError(f"{error.detail} {error.next}".strip()) from error
        self.stdout.write(f"\n{center.name} is open, and {answers.email} administers it.")
