"""The centres of the demo's network in Tamil Nadu: six that are open, and two that wait to join."""

from typing import Final

from workshop.demo.data.centers.applying import APPLICATIONS
from workshop.demo.data.centers.chennai import ANNA_NAGAR, RIVAL
from workshop.demo.data.centers.elsewhere import ELSEWHERE
from workshop.demo.data.centers.spec import ApplicationSpec, CenterSpec

__all__ = [
    "ANNA_NAGAR",
    "APPLICATIONS",
    "CENTERS",
    "CENTER_BY_CODE",
    "RIVAL",
    "ApplicationSpec",
    "CenterSpec",
]

CENTERS: Final[tuple[CenterSpec, ...]] = (ANNA_NAGAR, RIVAL, *ELSEWHERE)
CENTER_BY_CODE: Final = {center.code: center for center in CENTERS}
