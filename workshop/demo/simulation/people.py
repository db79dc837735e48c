"""Those who live the day: each looks at what there is, decides, does it, and looks again later."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from workshop.kernel import clock

from .at_home import Wish, answer, finish, hold, thought, where_to_look, wish
from .client import Client, Refused
from .desk import Desk, in_conflict, looks_into
from .draws import Draws
from .driver import drive
from .in_line import give_up, join, next_day, suits, take_or_wait
from .lead import check
from .moves import Document, Move, Rest, Seen, Thing, offered
from .technician import decide
from .walk_in import slot_of, walk_in

Say = Callable[[str, str], None]
AFTER_A_TAP = 0.3
"""Minutes until somebody who did something looks up again."""
AFTER_A_REFUSAL = 3.0
DESK_LOOKS_EVERY = 1.0
AT_HOME_LOOKS_EVERY = 4.0
TYPES_FOR = 1.5
"""Minutes from choosing a time until it is booked; it is held for five true ones."""
ON_THE_BENCH = ("diagnosis", "queued", "in_progress", "quality_check")


class Person:
    """Somebody signed in. `act` does the next thing and returns the minutes until they look again."""

    def __init__(self, name: str, client: Client, draws: Draws, say: Say) -> None:
        self.name, self.client, self.draws, self.say = name, client, draws, say
        self.seen = Seen()
        self._read: dict[str, Document] = {}
        self.due = clock.now()

    def act(self, now: datetime, *, closing: bool) -> float:
        """Look, decide and do one thing."""
        raise NotImplementedError

    def documents(self, audience: str, jobs: Sequence[Thing]) -> dict[str, Document]:
        """Return the documents of some cards by id; one that was read at the same version is not read again."""
        for job in jobs:
            read = self._read.get(job["id"])
            if read is None or read["job"]["version"] < job["version"]:
                self._read[job["id"]] = self.client.get(f"/api/{audience}/jobs/{job['id']}")
        return {job["id"]: self._read[job["id"]] for job in jobs}

    def do(self, move: Move) -> Any:
        """Send a move and tell it; a slip is taken back at once. Return the answer, None when it was refused."""
        try:
            answer = self.client.post(move.path, move.body)
        except Refused as refused:
            other = move.instead(refused.problem) if move.instead else None
            if other is not None:
                return self.do(other)
            if refused.status != 409:
                self.say(self.name, f"is told: {refused}")
            return None
        self.say(self.name, move.says)
        if move.slip:
            self._take_back(move, answer)
        return answer

    def _take_back(self, move: Move, answer: Mapping[str, Any]) -> None:
        path, _, _ = move.path.rpartition("/")
        step_id = path.rpartition("/")[2]
        version = next(step["version"] for step in answer["steps"] if step["id"] == step_id)
        self.do(Move(f"{path}/undo", "takes that back: the wrong tap", {"version": version}))


class Technician(Person):
    """Works through the own queue; a lead checks what others finished."""

    def __init__(self, name: str, client: Client, draws: Draws, say: Say, *, lead: bool) -> None:
        super().__init__(name, client, draws, say)
        self.lead = lead

    def act(self, now: datetime, *, closing: bool) -> float:
        """Do the next thing at the bench, or check a vehicle first."""
        queue = self.client.get(f"/api/technicians/queue?center={self.client.center}")
        jobs = [job for job in queue["jobs"] if job["stage"] in ON_THE_BENCH]
        documents = list(self.documents("technicians", jobs).values())
        me = self.client.person["id"]
        move = check(me, documents, now, self.draws, self.seen) if self.lead else None
        next_move = move or self._work(me, documents, now, closing=closing)
        if isinstance(next_move, Rest):
            return next_move.minutes
        return AFTER_A_TAP if self.do(next_move) else AFTER_A_REFUSAL

    def _work(self, me: str, documents: list[Document], now: datetime, *, closing: bool) -> Move | Rest:
        floor: list[Thing] = []
        if any(offered(step, "start", me) for doc in documents for step in doc["steps"]):
            floor = self.client.get(f"/api/staff/floor?center={self.client.center}")["jobs"]
        return decide(me, documents, floor, now, self.draws, self.seen, closing=closing)


class Driver(Person):
    """Fetches vehicles and brings them back."""

    def act(self, now: datetime, *, closing: bool) -> float:
        """Set out, hand over, or wait for the next drive."""
        here = f"center={self.client.center}"
        trips = self.client.get(f"/api/technicians/transports?{here}")["trips"]
        returns = any(trip["status"] == "planned" and trip["direction"] == "return" for trip in trips)
        floor = self.client.get(f"/api/staff/floor?{here}")["jobs"] if returns else []
        me = self.client.person["id"]
        move = drive(me, trips, floor, now, self.draws, self.seen, closing=closing)
        if isinstance(move, Rest):
            return move.minutes
        return AFTER_A_TAP if self.do(move) else AFTER_A_REFUSAL


class Receptionist(Person):
    """Runs the desk: receives, plans, hands over; one of them greets who walks in."""

    def __init__(
        self, name: str, client: Client, draws: Draws, say: Say, *, counter: set[str], greets: bool
    ) -> None:
        """`counter` holds the visits whose customers stand at the counter; those at the desk share it."""
        super().__init__(name, client, draws, say)
        self.counter, self.greets = counter, greets
        self._greeted: set[int] = set()
        self._came: set[str] = set()

    def act(self, now: datetime, *, closing: bool) -> float:
        """Do the most pressing thing, if there is one."""
        board = self.client.get(f"/api/staff/board?center={self.client.center}")
        self._came |= {thing["vehicle"]["id"] for thing in (*board["jobs"], *board["appointments"])}
        documents = self.documents("staff", looks_into(board))
        here = f"center={self.client.center}"
        asked = self.client.get(f"/api/staff/appointments?status=requested&limit=50&{here}")["results"]
        ways = self.client.get(f"/api/staff/conflicts?{here}")["ways"] if in_conflict(board) else []
        desk = Desk(board, documents, now, self.draws, self.seen, frozenset(self.counter), asked, ways)
        move = next(desk.moves(), None)
        if move is not None:
            return AFTER_A_TAP if self.do(move) else AFTER_A_REFUSAL
        if self.greets and not closing and slot_of(now) not in self._greeted:
            self._greet(slot_of(now))
        return DESK_LOOKS_EVERY

    def _greet(self, slot: int) -> None:
        self._greeted.add(slot)
        customers = self.client.get("/api/staff/customers?limit=200")["results"]
        services = self.client.get("/api/staff/services?limit=200")["results"]
        move = walk_in(self.client.center, self._came, customers, services, slot, self.draws)
        if move is not None and (answer := self.do(move)):
            self.counter.add(answer["appointment"]["id"])


class Customer(Person):
    """Sits at home and now and then books, describes a problem, waits for a time, or answers what was proposed."""

    def __init__(self, name: str, client: Client, draws: Draws, say: Say, *, center: str) -> None:
        """`center` is the name of the centre to which this person goes."""
        super().__init__(name, client, draws, say)
        self.center = center
        self._held: tuple[Thing, Wish] | None = None
        self._thought = thought(clock.now())

    def act(self, now: datetime, *, closing: bool) -> float:
        """Finish what was begun, answer the desk, or think of the car."""
        me = self.client.person["id"]
        if self._held is not None:
            (held, wished), self._held = self._held, None
            self.do(finish(held, wished, self._drives(held), self.draws))
            return AT_HOME_LOOKS_EVERY
        to_come = urlencode({"from": now.isoformat(), "limit": 50})
        visits = self.client.get(f"/api/customers/appointments?{to_come}")["results"]
        places = self.client.get("/api/customers/waiting-list?status=offered")["results"]
        move = (
            answer(visits, me, now, self.draws, self.seen)
            or take_or_wait(places, me, now, self.draws, self.seen)
            or give_up(visits, me, now, self.draws, self.seen)
        )
        if move is not None:
            self.do(move)
        elif thought(now) != self._thought:
            self._thought = thought(now)
            self._begin(me, now)
        return TYPES_FOR if self._held is not None else AT_HOME_LOOKS_EVERY

    def _begin(self, me: str, now: datetime) -> None:
        cars = self.client.get("/api/customers/vehicles")["results"]
        named = self.client.get(f"/api/public/service-centers?{urlencode({'q': self.center})}")["results"]
        if not named:
            return
        center = self.client.get(f"/api/public/service-centers/{named[0]['id']}")
        wished = wish(me, cars, center["services"], self._thought, self.draws)
        if wished is None:
            return
        found = self.client.get(where_to_look(center["id"], wished, now))
        days, part = found["days"], suits(me, wished, self._thought, self.draws)
        if part is not None and (tomorrow := next_day(days, part, found["zone"])):
            day, days = tomorrow
            if not days[0]["slots"]:
                self.do(join(center["id"], wished, day, part))
                return
        move = hold(me, center["id"], wished, days, self._thought, self.draws)
        if move is not None and (held := self.do(move)):
            self._held = (held["appointment"], wished)

    def _drives(self, held: Thing) -> Thing | None:
        """Return when the vehicle of what is held can be fetched; None where nobody does, or the hold is over."""
        try:
            windows = self.client.get(f"/api/public/appointments/{held['id']}/windows")
        except Refused:
            return None
        return windows if windows["offered"] else None
