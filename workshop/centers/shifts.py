"""When a person works at a centre: shifts without absences, with and without their breaks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Self

from .hours import WallSpan, WeekRule
from .spans import Minutes, merged, without

ShiftRow = tuple[str, int | None, date | None, time, time]
"""Kind (`work` or `break`), weekday, date, starts, ends."""


@dataclass(frozen=True, slots=True)
class Roster:
    """A person's shifts, breaks and absences at one centre; without any shift they work while it is open."""

    work: WeekRule | None = None
    breaks: WeekRule = field(default_factory=lambda: WeekRule({}))
    absences: tuple[Minutes, ...] = ()

    @classmethod
    def of(cls, shifts: Iterable[ShiftRow], absences: Iterable[Minutes] = ()) -> Self:
        """Return the roster that rows say; a shift on a date replaces work and breaks of its weekday."""
        weekly: dict[str, dict[int, list[WallSpan]]] = {
            "work": defaultdict(list),
            "break": defaultdict(list),
        }
        dated: dict[str, dict[date, list[WallSpan]]] = {"work": {}, "break": {}}
        for kind, weekday, day, starts, ends in shifts:
            if day is not None:
                if kind == "work":
                    dated["break"].setdefault(day, [])
                dated[kind].setdefault(day, []).append((starts, ends))
            elif weekday is not None:
                weekly[kind][weekday].append((starts, ends))
        some = bool(weekly["work"] or dated["work"])
        work = WeekRule(dict(weekly["work"]), dict(dated["work"])) if some else None
        breaks = WeekRule(dict(weekly["break"]), dict(dated["break"]))
        return cls(work, breaks, tuple(merged(absences)))

    def spans(self, zone: str, opening: list[Minutes], first: date, last: date) -> list[Minutes]:
        """Return when the person is at work, breaks and all, as merged spans; `opening` are the centre's."""
        at_work = opening if self.work is None else self.work.spans(zone, first, last)
        return without(at_work, self.absences)

    def break_spans(self, zone: str, first: date, last: date) -> list[Minutes]:
        """Return the breaks, as merged spans."""
        return self.breaks.spans(zone, first, last)
