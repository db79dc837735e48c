"""Readings that could have been taken, and chance that can be asked twice."""

from workshop.demo.data.services import SERVICES
from workshop.demo.simulation.draws import Draws
from workshop.demo.simulation.readings import reading_of

ASKED = [
    {
        "unit": step.reading.unit,
        "min": None if step.reading.min is None else float(step.reading.min),
        "max": None if step.reading.max is None else float(step.reading.max),
    }
    for service in SERVICES
    for step in service.steps
    if step.reading
]


def is_within(value: float, asked: dict) -> bool:
    return (asked["min"] is None or value >= asked["min"]) and (asked["max"] is None or value <= asked["max"])


def test_a_reading_beyond_its_limits_comes_with_a_note() -> None:
    beyond = 0
    for seed in range(40):
        for place, asked in enumerate(ASKED):
            text, note = reading_of(asked, Draws(seed), place)
            within = is_within(float(text), asked)
            assert bool(note) == (not within), (asked, text)
            beyond += not within
            if asked["unit"] == "%":
                assert 0 <= float(text) <= 100
    assert 0.02 < beyond / (40 * len(ASKED)) < 0.1


def test_a_draw_is_the_same_for_the_same_thing_and_another_for_another() -> None:
    one, other = Draws(1), Draws(2)
    assert one.between(0, 1, "step", 4) == Draws(1).between(0, 1, "step", 4)
    assert one.between(0, 1, "step", 4) != other.between(0, 1, "step", 4)
    assert one.between(0, 1, "step", 4) != one.between(0, 1, "step", 5)
    assert one.pick("abc", "x") in "abc"
