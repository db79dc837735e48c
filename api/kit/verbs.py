"""Workflow steps over HTTP: `POST /{noun}/{id}/{verb}`, one class a verb."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from inspect import signature
from typing import Any, ClassVar, NamedTuple
from uuid import UUID

from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from workshop.kernel.actor import Actor
from workshop.kernel.errors import IllegalTransition, Stale

from .auth import ActedRequest
from .command import run
from .serializers import StrictSerializer


class Now(NamedTuple):
    """What a thing is like now: the changed part of its document, and in it the thing with its allowed actions."""

    part: Mapping[str, Any]
    thing: Mapping[str, Any]


@contextmanager
def telling(now: Callable[[], Now | None]) -> Iterator[None]:
    """Add to a refusal by workflow or version what the thing is like now.

    The answer gets `current`, in the form of a frame's data, `version_now` and `allowed_actions`.
    """
    try:
        yield
    except (IllegalTransition, Stale) as refusal:
        if (found := now()) is not None:
            refusal.extra |= {
                "current": found.part,
                "version_now": found.thing["version"],
                "allowed_actions": found.thing["allowed_actions"],
            }
        raise


class SeenBody(StrictSerializer):
    """The version of the thing that the person saw; left out, whatever is there now is meant."""

    version = serializers.IntegerField(min_value=1, required=False)


class Verb(APIView):
    """Reads the body, runs one service and answers with what changed.

    `service` is called with `actor`, the id in the address as `names`, and the fields of `body`. A refusal because the
    thing is not in the state, or not at the version, that was seen carries what it is like now.
    """

    permission: ClassVar[str]
    service: ClassVar[Callable[..., Any]]
    names: ClassVar[str]
    body: ClassVar[type[StrictSerializer]] = SeenBody
    unused: ClassVar[frozenset[str]] = frozenset()
    """Fields that the body may have, so that all of its kind are sent alike, and the service has no use for."""
    answer: ClassVar[type[serializers.Serializer[Any]]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if hasattr(cls, "service") and hasattr(cls, "answer"):
            cls._insist_that_the_service_takes_the_body()
            described = extend_schema(request=cls.body, responses={200: cls.answer}, description=cls.__doc__)
            extend_schema_view(post=described)(cls)

    @classmethod
    def _insist_that_the_service_takes_the_body(cls) -> None:
        """Raise TypeError for a field that a client may send and the service has no parameter for."""
        passed = {cls.names, *(str(field.source) for field in cls.body().fields.values())} - cls.unused
        if unknown := passed - signature(cls.service).parameters.keys():
            raise TypeError(f"{cls.__qualname__}: {cls.service.__name__} does not take {sorted(unknown)}.")

    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Do it."""
        body = self.body(data=request.data)
        body.is_valid(raise_exception=True)
        actor, service = request.actor, type(self).service
        values = {name: value for name, value in body.validated_data.items() if name not in self.unused}
        with telling(lambda: self.now(actor, id)):
            return run(
                request,
                lambda: service(actor=actor, **{self.names: id}, **values),
                shape=lambda result: self.shape(actor, result),
                name=service.__name__,
            )

    def shape(self, actor: Actor, result: Any) -> Any:
        """Return what the service changed, as the actor sees it."""
        raise NotImplementedError

    def now(self, actor: Actor, id: UUID) -> Now | None:
        """Return what the thing is like now; None when the actor does not see it."""
        raise NotImplementedError
