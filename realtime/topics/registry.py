"""The grammar of topics and the register of who may hear them.

A file `topics/<app>.py` says `@topic("center.{center}.queue.{technician}")` over a function that answers who asks
with a grant, or with None. The kind of a topic is its fixed words: `center.queue`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import InterfaceError, OperationalError

from workshop.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic by its `name`, e.g. `job.<id>`: its `kind` and the ids in it, in order."""

    name: str
    kind: str
    ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Grant:
    """What an actor hears on a topic: as which `audience`, from the one `stream` that has its events.

    `subject` narrows them to one subject of that stream. `held_since` is the real moment since when the actor is
    of this audience; who returns from before it fetches again instead of hearing what was not meant for them.
    """

    stream: str
    audience: str
    subject: str | None = None
    held_since: datetime | None = None


Authorise = Callable[[Actor, Topic], Grant | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A registered kind of topic: the words of its pattern (None where an id stands) and who decides."""

    name: str
    words: tuple[str | None, ...]
    authorise: Authorise


_kinds: dict[str, Kind] = {}


def topic(pattern: str) -> Callable[[Authorise], Authorise]:
    """Register the function that authorises topics of this pattern; it may ask the database."""
    words = tuple(None if word.startswith("{") else word for word in pattern.split("."))

    def register(authorise: Authorise) -> Authorise:
        name = ".".join(word for word in words if word)
        if _kinds.setdefault(name, Kind(name, words, authorise)).authorise is not authorise:
            raise ValueError(f"two topics are called {name}")
        return authorise

    return register


def read(name: str) -> Topic | None:
    """Return the topic of this name; None when the grammar has no such topic."""
    words = name.split(".")
    for kind in _kinds.values():
        if len(words) == len(kind.words) and (ids := _ids(words, kind.words)) is not None:
            return Topic(name, kind.name, ids)
    return None


def authorise(actor: Actor, topic: Topic) -> Grant | None:
    """Return what the actor hears on the topic; None when nothing, whether it exists or not."""
    return _kinds[topic.kind].authorise(actor, topic)


def authorise_all(asked: Sequence[tuple[Actor, Topic]]) -> list[Grant | Exception | None]:
    """Return the grant of each actor and topic, or what asking raised; the same question is asked once.

    Raises what Django raises while PostgreSQL is away.
    """
    answers: dict[tuple[Actor, Topic], Grant | Exception | None] = {}
    for question in asked:
        if question not in answers:
            try:
                answers[question] = authorise(*question)
            except (OperationalError, InterfaceError):
                raise
            except Exception as error:  # one failing topic is its asker's alone
                answers[question] = error
    return [answers[question] for question in asked]


def kinds() -> list[str]:
    """Return the kinds of topics there are."""
    return sorted(_kinds)


def _ids(words: list[str], pattern: tuple[str | None, ...]) -> tuple[UUID, ...] | None:
    ids = []
    for word, fixed in zip(words, pattern, strict=True):
        if fixed is None:
            found = _id(word)
            if found is None:
                return None
            ids.append(found)
        elif word != fixed:
            return None
    return tuple(ids)


def _id(word: str) -> UUID | None:
    # One topic has one name: only the canonical spelling of an id is one.
    if len(word) != 36:
        return None
    try:
        found = UUID(word)
    except ValueError:
        return None
    return found if str(found) == word else None
