"""Permission: code that a scenario names is run only when somebody asks for it, in every process anew."""

from sim.scenario.scenario import Scenario
from sim.vocabulary import BadInput


class CodeError(BadInput):
    """What is wrong with code that a scenario names: it is told once, and not as the failure of a run."""

    def __reduce__(self) -> tuple[type["CodeError"], tuple[str, ...]]:
        """Return what makes it again in another process."""
        return type(self), self.messages


_given: list[bool] = []


def allow_code() -> None:
    """Let doctrines of scenarios run in this process: their code may do all that its user may."""
    _given.append(True)


def is_code_allowed() -> bool:
    """Return whether doctrines of scenarios may run in this process."""
    return bool(_given)


def require_permission(scenario: Scenario) -> None:
    """Do nothing if a scenario names no code, or code is allowed.

    Raises:
        CodeError: it names code, and nobody has allowed that.

    """
    named = {str(side.doctrine.code) for side in scenario.sides.values() if side.doctrine.code}
    if named and not is_code_allowed():
        message = f"{scenario.title}: its doctrine is code, {', '.join(sorted(named))}, which would be run"
        raise CodeError(f"{message}; read it, then add --allow-code (in Python: sim.allow_code())")
