"""The centres' cards of their customers: read whole, found by who works there, and by how the customer is reached."""

import re
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from workshop.accounts.models import User
from workshop.accounts.models.user import normal_email
from workshop.events.statements import Selected, select_all
from workshop.kernel.actor import Actor

from .models import Patronage

TELLING = 8
"""So many last digits of two phone numbers are compared to find those that may be the same."""
LONGEST_CODE = 3
ENDING = "SELECT id FROM accounts_user WHERE (search_words(email) || search_endings(phone)) @@ %s::tsquery"


def whole(cards: QuerySet[Patronage]) -> QuerySet[Patronage]:
    """Return cards with all that is shown on them."""
    return cards.select_related(
        "person__customer_profile__preferred_service_center", "preferred_technician__staff_profile"
    )


def cards_at_desk(actor: Actor) -> QuerySet[Patronage]:
    """Return the cards of the centres at whose desk an actor works."""
    cards = whole(Patronage.objects.filter(person__is_active=True))
    return cards if actor.runs_network else cards.filter(center_id__in=actor.centers("staff", "admin"))


def cards_of(person_id: UUID) -> list[Patronage]:
    """Return every centre's card of one person, by centre."""
    return list(whole(Patronage.objects.filter(person_id=person_id)).order_by("center_id"))


def card_at(person_id: UUID, center_id: UUID) -> Patronage:
    """Return a centre's card of a customer; raise DoesNotExist."""
    return whole(Patronage.objects.all()).get(person_id=person_id, center_id=center_id)


def card_select(person_id: UUID, center_id: UUID) -> Selected:
    """Return the select of a centre's card of a customer, without what is shown of them."""
    return Patronage, "person_id = %s AND center_id = %s", (person_id, center_id)


def technician_preferred_by(person_id: UUID | None, center_id: UUID) -> UUID | None:
    """Return the technician whom a customer asks for at a centre; None without one."""
    if person_id is None:
        return None
    (cards,) = select_all(card_select(person_id, center_id))
    return cards[0].preferred_technician_id if cards else None


def patron_reached_by(center_id: UUID, *, phone: str, email: str) -> tuple[User, str] | None:
    """Return the customer of a centre with this email or this phone number in any notation, and which it was."""
    here = User.objects.filter(patronages__center_id=center_id, is_active=True)
    here = here.select_related("customer_profile").order_by("id")
    if email:
        named = User.objects.with_email(normal_email(email)).values("pk")
        if found := here.filter(pk__in=named).first():
            return found, "email"
    digits = _digits(phone)
    if len(digits) < TELLING:
        return None
    ending = RawSQL(ENDING, [f"'{digits[-TELLING:]}'"])  # noqa: S611 - digits, and a parameter
    for found in here.filter(pk__in=ending):
        if _same(digits, _digits(found.phone)):
            return found, "phone"
    return None


def _digits(phone: str) -> str:
    """Return a phone number's digits without the noughts that a country or a way out of it begins with."""
    return re.sub(r"\D", "", phone).lstrip("0")


def _same(one: str, other: str) -> bool:
    """Say whether two numbers differ by nothing but the code of a country before them."""
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and len(long) - len(short) <= LONGEST_CODE
