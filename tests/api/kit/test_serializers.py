"""A body says nothing that is not known, and changes nothing that is read-only."""

from typing import Any

import pytest
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

from api.kit.serializers import READ_ONLY, UNKNOWN, IdField, MomentField, PhoneField, StrictSerializer


class BayBody(StrictSerializer):
    id = serializers.CharField(read_only=True)
    name = serializers.CharField(max_length=5)
    position = serializers.IntegerField(min_value=0)


NOW = {"id": "7", "name": "Lift", "position": 1}


def wrong(body: StrictSerializer) -> dict[str, Any]:
    assert not body.is_valid()
    return {name: [str(text) for text in texts] for name, texts in body.errors.items()}


def test_unknown_fields_are_named_beside_what_else_is_wrong() -> None:
    said = wrong(BayBody(data={"name": "Too long", "colour": "red", "positoin": 1}))
    assert said["colour"] == said["positoin"] == [UNKNOWN]
    assert set(said) == {"colour", "positoin", "name", "position"}


def test_a_put_keeps_what_it_does_not_name() -> None:
    body = BayBody(NOW, data={"name": "Ramp"}, partial=True)
    assert body.is_valid()
    assert body.validated_data == {"name": "Ramp"}


def test_a_read_only_field_may_come_back_unchanged() -> None:
    body = BayBody(NOW, data={**NOW, "position": 2}, partial=True)
    assert body.is_valid()
    assert body.validated_data == {"name": "Lift", "position": 2}


def test_a_read_only_field_may_not_be_changed_or_invented() -> None:
    assert wrong(BayBody(NOW, data={"id": "8"}, partial=True)) == {"id": [READ_ONLY]}
    assert wrong(BayBody(data={**NOW, "id": "8"})) == {"id": [READ_ONLY]}


@pytest.mark.parametrize("data", [[], "text", None, 1])
def test_what_is_no_object_is_refused(data: Any) -> None:
    assert not BayBody(data=data).is_valid()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("+91 98400 12345", "+919840012345"),
        ("(044) 555-01.01", "0445550101"),
        ("1234567", "1234567"),
        ("+123456789012345", "+123456789012345"),
    ],
)
def test_a_phone_number_is_kept_without_what_stands_between_its_digits(written: str, kept: str) -> None:
    assert PhoneField().run_validation(written) == kept


@pytest.mark.parametrize(
    "written", ["123", "123456", "+1234567890123456", "++919840012345", "call me", "९८४००१२३४५"]
)
def test_what_cannot_be_a_phone_number_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="7 to 15 digits"):
        PhoneField().run_validation(written)


@pytest.mark.parametrize("data", [5, 0, True, 5.5, ["x"], "5", ""])
def test_an_id_is_the_text_that_was_given_out(data: Any) -> None:
    with pytest.raises(ValidationError):
        IdField().run_validation(data)


@pytest.mark.parametrize(
    "data", ["2026-11-02T09:30:00", "2026-11-02 09:30", "2026-11-02", "1900-01-01T00:00:00Z", 5]
)
def test_a_moment_says_its_zone_and_lies_within_reason(data: Any) -> None:
    with pytest.raises(ValidationError):
        MomentField().run_validation(data)


def test_a_moment_in_any_zone_is_the_same_moment() -> None:
    there, here = (
        MomentField().run_validation(f"2026-11-02T{text}") for text in ("15:00:00+05:30", "09:30:00Z")
    )
    assert there == here
