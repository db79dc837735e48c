"""How a view runs a service: once for each Idempotency-Key, its answer kept in the same transaction."""

from collections.abc import Callable
from typing import Any

import orjson
from rest_framework.request import Request
from rest_framework.response import Response

from workshop.events.command import perform
from workshop.events.idempotency import Answer, Key
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Invalid

from .json import dumps

KEY_LENGTH = 100


def run(
    request: Request, service: Callable[[], Any], *, shape: Callable[[Any], Any], name: str, status: int = 200
) -> Response:
    """Run `service` as one command and answer with `shape` of its result.

    `name` signs the history. With an Idempotency-Key header the second request gets the first one's answer and
    `Idempotency-Replayed: true`. Raises what the service raises and Invalid `idempotency_key_invalid`.
    """
    actor: Actor = request.actor  # type: ignore[attr-defined]
    key = _key(request, actor)
    outcome = perform(
        service,
        actor=actor,
        name=name,
        key=key,
        render=lambda result: _answer(status, shape(result)),
    )
    answer = outcome.answer or Answer(status, None)
    headers = {"Idempotency-Replayed": "true"} if outcome.replayed else None
    body = None if answer.body is None else orjson.Fragment(answer.body)
    return Response(body, status=answer.status, headers=headers)


def _answer(status: int, body: Any) -> Answer:
    return Answer(status, None if body is None else dumps(body))


def _key(request: Request, actor: Actor) -> Key | None:
    text = request.META.get("HTTP_IDEMPOTENCY_KEY")
    if text is None:
        return None
    if not 1 <= len(text) <= KEY_LENGTH or not text.isprintable():
        raise Invalid(
            "idempotency_key_invalid",
            f"An Idempotency-Key is 1 to {KEY_LENGTH} printable characters.",
            next="Send a UUID.",
        )
    who = f"{actor.kind}:{actor.id or actor.origin.ip_address}"
    said = {"method": request.method, "path": request.get_full_path(), "body": request.data}
    return Key.of(actor=who, text=text, request=said)
