"""Centres made up for the engine: hours, people and bookings as plain data, and the questions asked the slow way."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from workshop.catalog.models import Service
from workshop.centers.hours import Hours, WeekRule
from workshop.centers.models import ServiceCenter
from workshop.centers.shifts import Roster
from workshop.centers.spans import ceil_minute, floor_minute
from workshop.scheduling.candidates import Candidate
from workshop.scheduling.layout import LONG_WORK, lay_out
from workshop.scheduling.models import BookingRules
from workshop.scheduling.plan import Plan
from workshop.scheduling.slots import Wanted

DAY = timedelta(days=1)
Clock = tuple[time, time]


@dataclass
class Person:
    """A technician: spans by weekday and by date, breaks by weekday, absences, bookings, the end of a certificate."""

    shifts: dict[int, list[Clock]] | None = None
    dated: dict[date, list[Clock]] = field(default_factory=dict)
    breaks: dict[int, list[Clock]] = field(default_factory=dict)
    absences: list[tuple[datetime, datetime]] = field(default_factory=list)
    taken: list[tuple[datetime, datetime]] = field(default_factory=list)
    certified_until: date | None = None


@dataclass
class Made:
    """A centre that was made up, for the days from `first` to `last`."""

    zone: str
    first: date
    last: date
    weekly: dict[int, list[Clock]]
    closed: list[date]
    bays: list[list[tuple[datetime, datetime]]]
    people: list[Person]
    tools: list[list[tuple[datetime, datetime]]]
    services: list[dict[str, Any]]
    pending: list[tuple[datetime, datetime]]
    rules: dict[str, Any]
    rooms: dict[Any, bool] = field(default_factory=dict)

    def place(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def wanted(self) -> Wanted:
        made = [
            Service(skills=["brakes"], tools=["aligner"] if self.tools else [], **values)
            for values in self.services
        ]
        return Wanted(made, lay_out([(service, 1, service.estimated_duration) for service in made]))

    def plan(self) -> Plan:
        """Return it as the engine reads it."""
        hours = Hours(self.zone, WeekRule(self.weekly, {day: [] for day in self.closed}))
        plan = Plan(
            center=ServiceCenter(time_zone=self.zone),
            rules=BookingRules(**self.rules),
            hours=hours,
            first=self.first - DAY,
            last=self.last + DAY,
            opening=hours.spans(self.first - DAY, self.last + DAY),
            candidates=[],
            rosters={},
            pending=self.pending,
        )
        for kind, number, taken in self._resources():
            id = UUID(int=len(plan.candidates) + 1)
            person = self.people[number] if kind == "technician" else None
            until = person.certified_until if person else None
            plan.candidates.append(
                Candidate(
                    id=id,
                    kind=kind,
                    name=str(number),
                    type="aligner" if kind == "tool" else "",
                    bay_id=id if kind == "bay" else None,
                    person_id=id if person else None,
                    can=frozenset({"brakes", "general"}),
                    certificates=(("brakes", until),) if until else (),
                )
            )
            plan.taken[id] = [(floor_minute(start), ceil_minute(end)) for start, end in taken]
            if person is not None:
                plan.rosters[id] = _roster(person)
        return plan

    def _resources(self) -> list[tuple[str, int, list[tuple[datetime, datetime]]]]:
        found = [("bay", number, taken) for number, taken in enumerate(self.bays)]
        found += [("technician", number, person.taken) for number, person in enumerate(self.people)]
        return found + [("tool", number, taken) for number, taken in enumerate(self.tools)]

    # The slow way: every start on its own, by moments, span by span.

    def slots(self, at: datetime) -> list[datetime]:
        """Return the starts that customers should be offered at a moment."""
        step = timedelta(minutes=self.rules["slot_step"])
        start = datetime.combine(self.first, time.min, self.place()).astimezone(UTC)
        end = datetime.combine(self.last + DAY, time.min, self.place()).astimezone(UTC)
        start = datetime.fromtimestamp(
            -(-start.timestamp() // step.total_seconds()) * step.total_seconds(), UTC
        )
        count = (end - start) // step + 1
        found = (start + number * step for number in range(count))
        return [moment for moment in found if moment < end and self.is_offered(moment, at)]

    def is_offered(self, start: datetime, at: datetime) -> bool:
        if start < at + timedelta(minutes=self.rules["lead_time"]):
            return False
        return self.is_free(start) and self.has_room(start, at)

    def is_free(self, start: datetime) -> bool:
        """Say whether some bay, some technician and some tool are there together."""
        layout = self.wanted().layout
        end = start + timedelta(minutes=layout.minutes)
        if not _inside(self._open(), start, end):
            return False
        day = start.astimezone(self.place()).date()
        bay = any(_apart(taken, *_part(start, layout.bay)) for taken in self.bays)
        hands = any(
            (person.certified_until is None or day <= person.certified_until)
            and all(
                _inside(self.at_work(person, breaks=high - low < LONG_WORK), *_part(start, (low, high)))
                and _apart(person.taken, *_part(start, (low, high)))
                for low, high in layout.work
            )
            for person in self.people
        )
        tools = all(
            any(all(_apart(taken, *_part(start, span)) for span in spans) for taken in self.tools)
            for _, spans in layout.tools
        )
        return bay and hands and tools

    def has_room(self, start: datetime, at: datetime) -> bool:
        """Say whether the technicians have the minutes on a day, counted one by one, once for each day."""
        day = start.astimezone(self.place()).date()
        if (day, at) not in self.rooms:
            self.rooms[day, at] = self._has_room(day, at)
        return self.rooms[day, at]

    def _has_room(self, day: date, at: datetime) -> bool:
        low = datetime.combine(day, time.min, self.place()).astimezone(UTC)
        high = datetime.combine(day + DAY, time.min, self.place()).astimezone(UTC)
        free = worked = 0
        minutes = [low + timedelta(minutes=one) for one in range(int((high - low).total_seconds() // 60))]
        for person in self.people:
            spans = self.at_work(person, breaks=True)
            for minute in minutes:
                end = minute + timedelta(minutes=1)
                if not _inside(spans, minute, end):
                    continue
                worked += 1
                free += minute >= at.replace(second=0, microsecond=0) and _apart(person.taken, minute, end)
        asked = sum(
            int((upper - lower).total_seconds() // 60) for lower, upper in self.pending if low <= lower < high
        )
        kept = worked * (100 - self.rules["load_limit"]) // 100
        return free - asked - kept >= self.wanted().layout.hands

    def at_work(self, person: Person, *, breaks: bool) -> list[tuple[datetime, datetime]]:
        spans = self._open()
        if person.shifts is not None:
            spans = self._spans(lambda day: person.dated.get(day, person.shifts.get(day.weekday(), [])))
        cut = list(person.absences)
        if breaks:
            cut += self._spans(
                lambda day: [] if day in person.dated else person.breaks.get(day.weekday(), [])
            )
        for lower, upper in cut:
            spans = [
                piece
                for start, end in spans
                for piece in ((start, min(end, lower)), (max(start, upper), end))
                if piece[0] < piece[1]
            ]
        return spans

    def _open(self) -> list[tuple[datetime, datetime]]:
        return self._spans(lambda day: [] if day in self.closed else self.weekly.get(day.weekday(), []))

    def _spans(self, on: Any) -> list[tuple[datetime, datetime]]:
        found: list[tuple[datetime, datetime]] = []
        for number in range((self.last - self.first).days + 3):
            day = self.first - DAY + number * DAY
            for opens, closes in sorted(on(day)):
                until = day + DAY if closes <= opens else day
                start = datetime.combine(day, opens, self.place()).astimezone(UTC)
                end = datetime.combine(until, closes, self.place()).astimezone(UTC)
                if found and start <= found[-1][1]:
                    found[-1] = (found[-1][0], max(end, found[-1][1]))
                elif start < end:
                    found.append((start, end))
        return found


def _roster(person: Person) -> Roster:
    rows: list[Any] = []
    for kind, weekly in (("work", person.shifts or {}), ("break", person.breaks)):
        rows += [(kind, day, None, *span) for day, spans in weekly.items() for span in spans]
    rows += [("work", None, day, *span) for day, spans in person.dated.items() for span in spans]
    return Roster.of(
        rows, [(int(low.timestamp() // 60), int(high.timestamp() // 60)) for low, high in person.absences]
    )


def _part(start: datetime, span: tuple[int, int]) -> tuple[datetime, datetime]:
    return start + timedelta(minutes=span[0]), start + timedelta(minutes=span[1])


def _inside(spans: list[tuple[datetime, datetime]], start: datetime, end: datetime) -> bool:
    return any(lower <= start and end <= upper for lower, upper in spans)


def _apart(taken: list[tuple[datetime, datetime]], start: datetime, end: datetime) -> bool:
    return all(upper <= start or end <= lower for lower, upper in taken)
