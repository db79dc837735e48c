"""Which skills a person holds on a day: those without a certificate, and those with one that is in date."""

from datetime import date

from .models import StaffProfile


def skills_on(profile: StaffProfile, day: date) -> set[str]:
    """Return the skills of a person on a day; `certifications` should be prefetched when many are asked."""
    in_date: dict[str, bool] = {}
    for certificate in profile.certifications.all():
        in_date[certificate.skill] = in_date.get(certificate.skill, False) or certificate.expires_on >= day
    return {skill for skill in profile.skills if in_date.get(skill, True)}
