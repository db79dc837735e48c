"""Places are compared as people type them, and codes come from names."""

import pytest

from workshop.centers.codes import code_of, free_code
from workshop.centers.models import ServiceCenter
from workshop.centers.words import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Chennai", "chennai"),
        ("  Đà   NẴNG ", "da nang"),
        ("Müllheim", "mullheim"),
        ("Puducherry", "puducherry"),
        ("", ""),
    ],
)
def test_case_and_accents_do_not_count(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_the_vowel_signs_of_tamil_do() -> None:
    assert folded("மதுரை") == folded(" மதுரை ")
    assert folded("மதுரை") != folded("மதர")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Anna Nagar Motors", "ANNA"),
        ("Đà Nẵng EV", "DANA"),
        ("24 Hours", "HOUR"),
        ("Q", "Q1"),
        ("மதுரை", "C1"),
    ],
)
def test_a_name_suggests_a_code(name: str, code: str) -> None:
    assert code_of(name) == code


@pytest.mark.django_db
def test_a_code_that_is_taken_gets_a_number() -> None:
    taken = []
    for _ in range(12):
        taken.append(free_code("Anna Nagar"))
        ServiceCenter.objects.create(
            code=taken[-1], name="x", city="x", postcode="1", time_zone="UTC", currency="INR"
        )
    assert taken[:3] == ["ANNA", "ANNA2", "ANNA3"]
    assert taken[-1] == "ANNA12"
    assert len(set(taken)) == 12
