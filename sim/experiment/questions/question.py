"""A question: read from text into a condition on a run, with every fault shown under the word that has it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput

from sim.experiment.questions.truth import AT_TALKS, Node, Truth, named, truth, words
from sim.experiment.worlds.runs import Runs
from sim.scenario.files.faults import suggestion
from sim.scenario.scenario import Scenario
from sim.vocabulary import SERIES, BadInput

SAID: Final = {
    "WORD": "a measure or a place",
    "QUOTED": "a place in quotes",
    "COMPARISON": "<, <=, > or >=",
    "NUMBER": "a number",
    "DATE": "a date as 2025-03-20",
    "WHEN": "by, before or on",
    "LPAR": "(",
    "RPAR": ")",
    "_FALLS": "falls",
    "_IS": "is",
    "_HELD": "held",
    "_AGREEMENT": "agreement",
    "_NOT": "not",
    "_AND": "and",
    "_OR": "or",
    "_GIVEN": "given",
    "$END": "the end",
}
"""What may stand at a place of a question, in words."""


@dataclass(frozen=True)
class Question:
    """What is asked of a scenario's runs."""

    text: str
    asks: Node
    given: Node | None
    scenario: Scenario

    @property
    def needs_talks(self) -> bool:
        """Return whether only talks can answer it."""
        trees = [self.asks] if self.given is None else [self.asks, self.given]
        measures = {str(node.children[0]) for tree in trees for node in tree.find_data("measure")}
        return bool(measures & set(AT_TALKS)) or any(next(tree.find_data("agreed"), None) for tree in trees)

    def happens(self, runs: Runs) -> Truth:
        """Return in which runs it happens."""
        return truth(self.asks, runs, self.scenario)

    def applies(self, runs: Runs) -> Truth:
        """Return to which runs the question is put: those in which happens what is given, or all."""
        return np.ones(len(runs.draw), dtype=bool) if self.given is None else truth(self.given, runs, self.scenario)


def read_question(text: str, scenario: Scenario) -> Question:
    """Return the question that a text asks of a scenario.

    Raises:
        BadInput: it is no question, or names a measure, place or date that the scenario has not.

    """
    try:
        tree = _parser().parse(text)
    except UnexpectedInput as wrong:
        raise _fault(text, *_unexpected(text, wrong)) from None
    asks, given = (part if isinstance(part, Tree) else None for part in tree.children)
    question = Question(text, asks or tree, given, scenario)
    for node in tree.find_pred(lambda part: part.data in {"measure", "place", "time"}):
        _check(node, question)
    return question


@cache
def _parser() -> Lark:
    grammar = files("sim.experiment.questions").joinpath("question.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", maybe_placeholders=True, propagate_positions=True)


def _unexpected(text: str, wrong: UnexpectedInput) -> tuple[int, int, str]:
    expected: Iterable[str] = getattr(wrong, "accepts", None) or getattr(wrong, "expected", None) or ()
    if isinstance(wrong, UnexpectedCharacters):
        expected = wrong.allowed or ()
    said = ", ".join(sorted({SAID.get(name, name.lower()) for name in expected}))
    at = wrong.pos_in_stream if isinstance(wrong.pos_in_stream, int) and wrong.pos_in_stream >= 0 else len(text)
    token = getattr(wrong, "token", None)
    if isinstance(wrong, UnexpectedEOF) or (isinstance(token, Token) and token.type == "$END"):
        return len(text), 1, f"the question ends too soon; there may follow: {said}"
    width = len(str(token)) if isinstance(token, Token) else 1
    return at, width, f"this does not fit here; there may stand: {said}"


def _fault(text: str, at: int, width: int, message: str) -> BadInput:
    return BadInput(f"question: {message}\n  {text}\n  {' ' * at}{'^' * max(1, width)}")


def _check(node: Node, question: Question) -> None:
    scenario, text = question.scenario, question.text
    if node.data == "measure":
        (word,) = words(node)
        known = [*SERIES, *AT_TALKS]
        if str(word) not in known:
            raise _at(
                word, text, f"there is no measure {word}; {suggestion(str(word), known, 'see `docs/questions.md`')}"
            )
    elif node.data == "place":
        name, places = named(node), scenario.theatre.places
        if name not in places:
            raise _at(
                words(node)[0], text, f'there is no place "{name}"; {suggestion(name, places, "see the theatre")}'
            )
    elif node.data == "time":
        _, when = words(node)
        _check_date(when, question)


def _check_date(when: Token, question: Question) -> None:
    scenario = question.scenario
    try:
        day = (date.fromisoformat(str(when)) - scenario.start).days
    except ValueError:
        raise _at(when, question.text, "there is no such day") from None
    if not 0 <= day <= scenario.days:
        raise _at(when, question.text, f"the campaign has {scenario.days} days from {scenario.start}")


def _at(word: Token, text: str, message: str) -> BadInput:
    return _fault(text, word.start_pos or 0, len(word), message)
