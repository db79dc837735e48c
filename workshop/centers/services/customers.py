"""What the desk writes about a customer of its centre; never how they sign in."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import F

from workshop.accounts import services as accounts
from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Conflict, Invalid, NotFound, Stale
from workshop.kernel.turns import take_turn

from ..cards import card_at, cards_of, patron_reached_by
from ..events import CustomerChanged
from ..models import CustomerProfile, Membership, Patronage
from ..selectors import open_to_all
from ..shapes import patron_card
from .members import note_patronage, set_customer_profile

OF_THE_PERSON = frozenset(
    {
        "first_name",
        "last_name",
        "address",
        "preferred_service_center_id",
        "preferred_channel",
        "preferred_language",
    }
)
"""What every centre of the customer reads; notes and the technician asked for are the centre's own."""


@command
def admit_customer(
    *, actor: Actor, center_id: UUID, first_name: str, phone: str = "", email: str = "", **values: Any
) -> Patronage:
    """Make a centre's card of somebody new, who has no password yet; `values` are as in `amend_customer`.

    Raises NotFound for a centre at whose desk one is not, Invalid without any way to reach them, and Conflict
    `customer_known`, which says who it is, or `email_taken` for somebody who is no customer here.
    """
    if not actor.at_desk(center_id):
        raise NotFound()
    if not phone and not email:
        raise Invalid(
            "contact_missing",
            "There is no way to reach this customer.",
            next="Enter a phone number or an email.",
            fields={"phone": ["Enter a phone number or an email."]},
        )
    # The same number is written in several ways: whoever is new at a centre at the same moment is looked for again.
    take_turn(f"admit:{center_id}")
    _new_here(center_id, phone=phone, email=email)
    try:
        person = accounts.add_person(actor=actor, email=email or None, phone=phone)
    except Conflict as taken:
        raise Conflict(
            taken.code,
            "Somebody with this email has an account already.",
            next="Ask them to book from their account once, or leave the email out.",
            fields={"email": ["There is already an account with this email."]},
        ) from taken
    _checked(center_id, values)
    of_person = {name: value for name, value in values.items() if name in OF_THE_PERSON}
    set_customer_profile(user_id=person.id, first_name=first_name, **of_person)
    note_patronage(person_id=person.id, center_id=center_id)
    card = Patronage.objects.get(person=person, center_id=center_id)
    _write(card, values)
    return _told(card, actor)


@command
def amend_customer(
    *, actor: Actor, customer_id: UUID, center_id: UUID, version: int | None = None, **values: Any
) -> Patronage:
    """Change the given ones of names, address, preferences and notes on a centre's card of a customer.

    Raises NotFound for no customer of that centre or no desk of one's own, Stale when the card changed since
    `version`, and Invalid for a centre that is not in the network, a language that is not spoken here and a
    technician who does not work at the centre.
    """
    card = Patronage.objects.select_for_update(no_key=True).filter(person_id=customer_id, center_id=center_id)
    held = card.first() if actor.at_desk(center_id) else None
    if held is None:
        raise NotFound()
    if version is not None and held.version != version:
        raise Stale(version_now=held.version)
    if values.get("preferred_technician_id") == held.preferred_technician_id:
        # Who left meanwhile stays on the card until somebody else is chosen.
        values.pop("preferred_technician_id", None)
    _checked(center_id, values)
    if of_person := {name: value for name, value in values.items() if name in OF_THE_PERSON}:
        set_customer_profile(user_id=customer_id, **of_person)
    _write(held, values)
    tell_desks(actor=actor, person_id=customer_id)
    return card_at(customer_id, center_id)


@command
def tell_desks(*, actor: Actor, person_id: UUID) -> None:
    """Tell every centre of a customer that its card of them is another one now."""
    Patronage.objects.filter(person_id=person_id).update(version=F("version") + 1)
    for card in cards_of(person_id):
        _record(card, actor)


@command
def update_own_card(*, actor: Actor, phone: str | None = None, **values: Any) -> None:
    """Change the given ones of one's own phone and what one is called and prefers; the desks see it at once.

    Raises Invalid for a centre that is not in the network or a language that is not spoken here.
    """
    if phone is not None:
        accounts.update_person(actor=actor, phone=phone)
    _checked(None, values)
    if values:
        set_customer_profile(user_id=actor.person_id, **values)
    tell_desks(actor=actor, person_id=actor.person_id)


def _new_here(center_id: UUID, *, phone: str, email: str) -> None:
    """Raise Conflict for who is reached that way at the centre already; their card is opened instead."""
    found = patron_reached_by(center_id, phone=phone, email=email)
    if found is None:
        return
    person, field = found
    profile: CustomerProfile | None = getattr(person, "customer_profile", None)
    name = f"{profile.first_name} {profile.last_name}".strip() if profile else ""
    raise Conflict(
        "customer_known",
        f"{name or 'Somebody'} is a customer here with this {'phone number' if field == 'phone' else field}.",
        next="Choose them from the search instead of making a second card.",
        fields={field: [f"{name or 'Somebody'} is reached by this."]},
        customer={"id": str(person.id), "name": name},
    )


def _checked(center_id: UUID | None, values: dict[str, Any]) -> None:
    """Raise Invalid naming the preference that nobody can keep; one that was kept before may stay."""
    wrong = {}
    chosen = values.get("preferred_service_center_id")
    if chosen and not open_to_all().filter(pk=chosen).exists():
        wrong["preferred_service_center_id"] = ["There is no such centre."]
    language = values.get("preferred_language")
    if language and language not in dict(settings.LANGUAGES):
        wrong["preferred_language"] = [f"Choose one of {', '.join(dict(settings.LANGUAGES))}."]
    person_id = values.get("preferred_technician_id")
    if person_id and not _is_technician(person_id, center_id):
        wrong["preferred_technician_id"] = ["Choose a technician of this centre."]
    if wrong:
        raise Invalid("preference_unknown", "Not everything here can be chosen.", fields=wrong)


def _is_technician(person_id: UUID, center_id: UUID | None) -> bool:
    held = Membership.objects.filter(user_id=person_id, center_id=center_id, ended_at__isnull=True)
    return held.filter(role=Membership.Role.TECHNICIAN).exists()


def _write(card: Patronage, values: dict[str, Any]) -> None:
    own = {name: value for name, value in values.items() if name not in OF_THE_PERSON}
    for name, value in own.items():
        setattr(card, name, value)
    if own:
        card.save(update_fields=list(own))


def _told(card: Patronage, actor: Actor) -> Patronage:
    shown = card_at(card.person_id, card.center_id)
    _record(shown, actor)
    return shown


def _record(card: Patronage, actor: Actor) -> None:
    record(
        CustomerChanged(
            stream=f"center:{card.center_id}",
            subject=f"customer:{card.person_id}",
            data={"customer": patron_card(card)},
        ),
        actor=actor,
    )
