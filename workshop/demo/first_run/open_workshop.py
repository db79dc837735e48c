"""Makes the workshop that the answers describe."""

from django.db import transaction

from workshop.accounts import services as accounts
from workshop.catalog.services import NewStep, create_service
from workshop.centers import services as centers
from workshop.centers.codes import code_of
from workshop.centers.models import ServiceCenter
from workshop.kernel.actor import SYSTEM
from workshop.scheduling import services as scheduling

from .answers import Answers


def open_workshop(answers: Answers) -> ServiceCenter:
    """Make the centre with its bays and its first service, and the administrator of it and of the network."""
    with transaction.atomic():
        center = centers.create_center(
            actor=SYSTEM,
            code=code_of(answers.name),
            hours=answers.hours,
            name=answers.name,
            time_zone=answers.zone,
            currency=answers.currency,
        )
        for position, kind in enumerate(answers.bays, start=1):
            bay = centers.add_bay(
                actor=SYSTEM, center_id=center.id, name=f"Bay {position}", kind=kind, position=position
            )
            scheduling.add_bay_resource(bay=bay)
        first = answers.service
        create_service(
            actor=SYSTEM,
            center_id=center.id,
            name=first.name,
            category="general",
            base_price=first.price,
            steps=[NewStep(name=first.name, estimate=first.minutes)],
        )
        person = accounts.register(actor=SYSTEM, email=answers.email, password=answers.password)
        for center_id in (center.id, None):
            centers.give_role(actor=SYSTEM, user_id=person.id, role="admin", center_id=center_id)
        centers.set_staff_profile(user_id=person.id, name=name_of(answers.email))
    return center


def name_of(email: str) -> str:
    """Return what to call somebody of whom only the email is known."""
    words = email.partition("@")[0].replace(".", " ").replace("_", " ").split()
    return " ".join(word.title() for word in words) or email
