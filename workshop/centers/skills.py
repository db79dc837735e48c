"""Which skills a person holds on a day: those without a certificate, and those with one that is in date."""

from collections.abc import Iterable
from datetime import date

from .models import Certification, StaffProfile


def skills_on(profile: StaffProfile, certificates: Iterable[Certification], day: date) -> set[str]:
    """Return the skills of a person on a day; `certificates` are all of theirs."""
    in_date: dict[str, bool] = {}
    for certificate in certificates:
        in_date[certificate.skill] = in_date.get(certificate.skill, False) or certificate.expires_on >= day
    return {skill for skill in profile.skills if in_date.get(skill, True)}
