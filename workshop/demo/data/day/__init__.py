"""The day of the demo: twenty visits at Anna Nagar in every stage, and some at two other centres."""

from typing import Final

from workshop.demo.data.day.irons import IRON_DAY
from workshop.demo.data.day.later import LATER
from workshop.demo.data.day.morning import MORNING
from workshop.demo.data.day.rival import RIVAL_DAY
from workshop.demo.data.day.spec import ANCHOR, VisitSpec
from workshop.demo.data.day.under_way import UNDER_WAY
from workshop.demo.data.day.waiting import WAITING

DAY: Final[tuple[VisitSpec, ...]] = (*MORNING, *UNDER_WAY, *WAITING, *LATER)

ELSEWHERE_DAY: Final[tuple[VisitSpec, ...]] = (*RIVAL_DAY, *IRON_DAY)

__all__ = ["ANCHOR", "DAY", "ELSEWHERE_DAY", "IRON_DAY", "RIVAL_DAY", "VisitSpec"]
