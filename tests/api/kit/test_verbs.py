"""A verb's service takes whatever its body lets through."""

from uuid import UUID

import pytest
from rest_framework import serializers

from api.kit.serializers import StrictSerializer
from api.kit.verbs import SeenBody, Verb


class Shape(StrictSerializer):
    """An answer."""

    id = serializers.UUIDField()


def close_gate(*, actor: object, gate_id: UUID, version: int | None = None) -> None:
    """Close a gate."""


def shout(*, actor: object, gate_id: UUID) -> None:
    """Close it without a look at its version."""


def test_a_service_that_takes_its_body_makes_a_verb() -> None:
    class Close(Verb):
        names, service, answer = "gate_id", staticmethod(close_gate), Shape

    assert Close.body is SeenBody


def test_a_field_that_the_service_does_not_take_is_found_before_anybody_sends_it() -> None:
    with pytest.raises(TypeError, match=r"Close: shout does not take \['version'\]"):

        class Close(Verb):
            names, service, answer = "gate_id", staticmethod(shout), Shape


def test_a_field_is_passed_over_only_by_name() -> None:
    class Close(Verb):
        names, service, answer = "gate_id", staticmethod(shout), Shape
        unused = frozenset({"version"})

    assert Close.unused == {"version"}


def test_a_service_that_does_not_know_the_thing_in_the_address_makes_none() -> None:
    with pytest.raises(TypeError, match="does not take"):

        class Close(Verb):
            names, service, answer = "fence_id", staticmethod(close_gate), Shape
