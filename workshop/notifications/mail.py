"""The email of a notification: text, a small HTML alternative and a link that the row does not hold."""

from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from workshop.accounts.services import link_token
from workshop.jobs.models import JobCard
from workshop.kernel.actor import SYSTEM
from workshop.scheduling.models import Appointment
from workshop.scheduling.services import link_visit

from .models import Notification
from .selectors import address_of_visit


def email_of(row: Notification) -> EmailMultiAlternatives:
    """Return the email of a notification; its Message-ID is the row's, however often it is made."""
    said = {"row": row, "center": row.center, "link": _link(row)}
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    reply_to = row.center.email if row.center else ""
    email = EmailMultiAlternatives(
        subject=row.title,
        body=render_to_string("notifications/email.txt", said),
        to=[address_of(row)],
        reply_to=[reply_to] if reply_to else None,
        headers={"Message-ID": f"<{row.id}@{host}>", "Auto-Submitted": "auto-generated"},
    )
    email.attach_alternative(render_to_string("notifications/email.html", said), "text/html")
    return email


def _link(row: Notification) -> str:
    """Return where the email leads: to the person's own visit without signing in, else into the app."""
    visit_id = _own_visit(row)
    if visit_id is None:
        return f"{settings.PUBLIC_URL}{row.path}"
    return f"{settings.PUBLIC_URL}/v/{link_token(link_visit(actor=SYSTEM, appointment_id=visit_id))}"


def address_of(row: Notification) -> str:
    """Return where a notification is mailed: to the person's own email, else to what was given with the visit alone."""
    if row.user.email:
        return str(row.user.email)
    visit_id = _own_visit(row)
    return "" if visit_id is None else address_of_visit(visit_id)


def _own_visit(row: Notification) -> UUID | None:
    noun, _, id = row.subject.partition(":")
    visits = Appointment.objects.filter(customer_id=row.user_id).values_list("id", flat=True)
    if noun == "job":
        return visits.filter(pk__in=JobCard.objects.filter(pk=id).values("appointment_id")).first()
    return visits.filter(pk=id).first() if noun == "appointment" else None
