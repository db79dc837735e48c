"""Asks the questions on a terminal, each one until its answer is clear."""

import getpass
from collections.abc import Callable
from typing import TypeVar

from babel.core import get_global
from babel.numbers import get_territory_currencies
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from workshop.accounts.models import User
from workshop.accounts.passwords import required_good
from workshop.kernel.errors import Invalid

from .answers import (
    Answers,
    Unclear,
    read_bays,
    read_currency,
    read_hours,
    read_name,
    read_service,
    read_zone,
)

Answer = TypeVar("Answer")
Prompt = Callable[[str], str]


def ask_everything(
    say: Callable[[str], None], *, line: Prompt = input, secret: Prompt = getpass.getpass
) -> Answers:
    """Ask the five questions and who administers. `line` and `secret` read an answer to a prompt.

    The password, which nobody sees while typing it, is asked twice until both are the same.
    """

    def asked(prompt: str, read: Callable[[str], Answer], by: Prompt = line, default: str = "") -> Answer:
        while True:
            try:
                return read(by(f"{prompt}{f' [{default}]' if default else ''}: ").strip() or default)
            except Unclear as unclear:
                say(f"   {unclear}")

    say("Five questions and an administrator, and your workshop is open.\n")
    name = asked("1. What is your workshop called?", read_name)
    zone = asked("2. In which time zone is it, such as Asia/Kolkata?", read_zone)
    currency = asked("   And which currency do you charge?", read_currency, default=usual_currency(zone))
    hours = asked("3. When is it open?", read_hours, default="mon-fri 8:30-19:00, sat 8:30-13:00")
    bays = asked("4. Which bays are there?", read_bays, default="2 general, 1 ev, 1 tyres")
    service = asked(
        "5. What do you sell first? Name, price, minutes, such as Puncture repair, 340, 30", read_service
    )
    say("\nAnd who administers it?")
    email = asked("   Email", read_email)
    password: str | None = None
    while password is None:
        typed = asked("   Password", lambda text: read_password(text, email), by=secret)
        if asked("   The same password again", str, by=secret) == typed:
            password = typed
        else:
            say("   These two differ. Choose the password once more.")
    return Answers(
        name=name,
        zone=zone,
        currency=currency,
        hours=hours,
        bays=bays,
        service=service,
        email=email,
        password=password,
    )


def usual_currency(zone: str) -> str:
    """Return the currency of the country a zone lies in, an empty text when there is none."""
    territory = get_global("zone_territories").get(zone)
    return get_territory_currencies(territory)[-1] if territory and territory != "001" else ""


def read_email(text: str) -> str:
    """Return an email address."""
    try:
        validate_email(text)
    except ValidationError as error:
        raise Unclear("Write an email address, such as you@example.com.") from error
    return text


def read_password(text: str, email: str) -> str:
    """Return a password that may be used with this email."""
    try:
        required_good(text, User(email=email), field="password")
    except Invalid as refusal:
        raise Unclear(" ".join(refusal.fields["password"])) from refusal
    return text
