"""Which skills a person holds on a day: those without a certificate, and those with one that is in date."""

from collections.abc import Iterable
from datetime import date


def skills_on(skills: Iterable[str], certificates: Iterable[tuple[str, date]], day: date) -> set[str]:
    """Return which of a person's skills hold on a day; `certificates` are all of theirs: skill and last day."""
    in_date: dict[str, bool] = {}
    for skill, expires_on in certificates:
        in_date[skill] = in_date.get(skill, False) or expires_on >= day
    return {skill for skill in skills if in_date.get(skill, True)}
