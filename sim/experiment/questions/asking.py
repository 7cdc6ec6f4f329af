"""Asking: the probability that a question's answer is yes, with its interval and what it hangs on."""

from dataclasses import dataclass
from typing import Any

from sim.experiment.questions.question import Question
from sim.experiment.worlds.bands import Probability, probability
from sim.experiment.worlds.runs import Runs


@dataclass(frozen=True)
class Answer:
    """What runs of worlds answer to a question."""

    question: str
    probability: Probability | None
    """None where what is given never happens."""
    runs: int
    """Runs to which the question applies."""
    worlds: int
    """Draws of the campaign that these runs are of."""

    def as_json(self) -> dict[str, Any]:
        """Return the answer as ``ask --json`` prints it."""
        found = self.probability
        return {
            "question": self.question,
            "probability": found.as_json() if found else {"mean": None, "low": None, "high": None},
            "luck": found.luck if found else None,
            "parameters": found.parameters if found else None,
            "runs": self.runs,
            "worlds": self.worlds,
        }

    def in_words(self) -> str:
        """Return the answer as a person reads it."""
        if self.probability is None:
            return f"{self.question}\n  What is given happens in none of the runs."
        found = self.probability
        known = "" if found.low is None else f" [{found.low:.0%}, {found.high:.0%}]"
        lines = [self.question, f"  {found.mean:.0%}{known} of {self.runs} runs in {self.worlds} worlds"]
        if found.luck is not None and found.parameters is not None:
            lines.append(f"  it hangs on parameters by {found.parameters:.0%} and on luck by {found.luck:.0%}")
        return "\n".join(lines)


def answered(question: Question, runs: Runs) -> Answer:
    """Return what runs answer to a question; the interval covers the true probability nine times in ten."""
    applies = question.applies(runs)
    worlds = runs.draw[applies]
    count = int(applies.sum())
    found = probability(question.happens(runs)[applies], worlds) if count else None
    return Answer(question.text, found, count, len(set(worlds.tolist())))
