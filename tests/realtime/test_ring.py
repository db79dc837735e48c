"""The ring holds consecutive events within its bounds, and knows what it does not hold."""

from realtime.protocol import Text
from realtime.ring import MAX_BYTES, MAX_EVENTS, Ring
from workshop.events.event import Recorded


def event(number: int, size: int = 10) -> Recorded:
    return Recorded("id", "center:1", number, "thing:1", "realtime.Tapped", {"x": "x" * size}, "at", None)


def numbers(ring: Ring, after: int) -> list[int] | None:
    entries = ring.after(after)
    return None if entries is None else [entry.event.number for entry in entries]


def test_ring_answers_what_followed_a_number() -> None:
    ring = Ring()
    for number in (5, 6, 7):
        ring.add(event(number))
    assert numbers(ring, 4) == [5, 6, 7]
    assert numbers(ring, 6) == [7]
    assert numbers(ring, 7) == []
    assert numbers(ring, 3) is None


def test_ring_forgets_what_it_cannot_join_to_the_newest() -> None:
    ring = Ring()
    for number in (5, 6, 9):
        ring.add(event(number))
    assert numbers(ring, 8) == [9]
    assert numbers(ring, 4) is None


def test_ring_is_bounded_in_number_and_bytes() -> None:
    ring = Ring()
    for number in range(1, MAX_EVENTS + 11):
        ring.add(event(number))
    assert ring.oldest() == 11
    for number in range(MAX_EVENTS + 11, MAX_EVENTS + 21):
        entry = ring.add(event(number, MAX_BYTES // 8))
        ring.keep(entry, ("topic", "desk"), [Text({"x": "x" * (MAX_BYTES // 8)})])
    held = ring.after(MAX_EVENTS + 20 - 1)
    assert held is not None
    assert sum(entry.size for entry in ring._entries) <= MAX_BYTES


def test_older_events_are_put_in_front_only_where_they_join() -> None:
    ring = Ring()
    ring.add(event(9))
    ring.fill([event(5), event(6)], position=9)
    assert ring.oldest() == 9
    ring.fill([event(7), event(8), event(9)], position=9)
    assert numbers(ring, 6) == [7, 8, 9]


def test_empty_ring_is_filled_up_to_the_position() -> None:
    ring = Ring()
    ring.fill([event(7), event(8)], position=9)
    assert ring.oldest() is None
    ring.fill([event(8), event(9)], position=9)
    assert numbers(ring, 7) == [8, 9]
