"""The transition table: one per noun; services enforce it, the API offers it, the docs draw it, a test walks it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from .errors import IllegalTransition

WHO = {
    "C": "customer",
    "F": "front desk",
    "T": "technician",
    "L": "lead technician",
    "D": "driver",
    "S": "system",
    "P": "applicant",
    "N": "network",
}


@dataclass(frozen=True, slots=True)
class Transition:
    """One move: a verb that takes any of `sources` to `target`, by those in `who` (letters of WHO)."""

    verb: str
    sources: tuple[str, ...]
    target: str
    who: str
    label: str
    tone: str = "neutral"

    def offer(
        self,
        *,
        only: Sequence[UUID | str] | None = None,
        besides: Sequence[UUID | str] | None = None,
        since: str | None = None,
        until: str | None = None,
        label: str | None = None,
    ) -> dict[str, Any]:
        """Return the `allowed_actions` entry of this move."""
        return {
            "verb": self.verb,
            "label": label or self.label,
            "tone": self.tone,
            "only": None if only is None else [str(person) for person in only],
            "except": None if besides is None else [str(person) for person in besides],
            "since": since,
            "until": until,
        }


@dataclass(frozen=True, slots=True)
class Workflow:
    """The states of a noun, first one first, and its moves."""

    noun: str
    states: tuple[str, ...]
    transitions: tuple[Transition, ...]
    final: frozenset[str] = field(default_factory=frozenset)

    def find(self, verb: str, state: str) -> Transition:
        """Return the move of `verb` from `state`; raise IllegalTransition with what is possible instead."""
        for move in self.transitions:
            if move.verb == verb and state in move.sources:
                return move
        possible = [move.verb for move in self.transitions if state in move.sources and move.who != "S"]
        raise IllegalTransition(
            detail=f"A {self.noun} that is {state.replace('_', ' ')} cannot {verb.replace('_', ' ')}.",
            status_now=state,
            possible=possible,
        )

    def verbs_from(self, state: str, who: Iterable[str]) -> list[Transition]:
        """Return the moves that one of the letters in `who` may make from `state`, in table order."""
        letters = set(who)
        return [move for move in self.transitions if state in move.sources and letters & set(move.who)]

    def edges(self) -> set[tuple[str, str]]:
        """Return every (source, target) pair of the table."""
        return {(source, move.target) for move in self.transitions for source in move.sources}

    def diagram(self) -> str:
        """Return the table as a Mermaid state diagram."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.states[0]}"]
        lines += [
            f"    {source} --> {move.target}: {move.verb} ({', '.join(WHO[letter] for letter in move.who)})"
            for move in self.transitions
            for source in move.sources
        ]
        lines += [f"    {state} --> [*]" for state in self.states if state in self.final]
        return "\n".join(lines)
