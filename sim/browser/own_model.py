"""A model of one's own: the subclass of ``Campaign`` that the page plays instead, if one was named."""

import importlib.util
import sys
from pathlib import Path

from sim.campaign.model import Campaign
from sim.vocabulary import BadInput

_own: list[type[Campaign]] = []


def campaign_class() -> type[Campaign]:
    """Return the model that the page plays."""
    return _own[-1] if _own else Campaign


def forget_model() -> None:
    """Let the page play the usual model again."""
    _own.clear()


def use_model(text: str) -> type[Campaign]:
    """Let the page play the class that ``my.py:MyCampaign`` names; its file is run.

    Raises:
        BadInput: there is no such file or class, it is no subclass of ``Campaign``, or its code fails.

    """
    path, colon, name = text.rpartition(":")
    file = Path(path)
    if not colon or not file.is_file():
        raise BadInput(f"--model {text}: there is no such file; write FILE.py:CLASS, such as my.py:MyCampaign")
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise BadInput(f"--model {text}: {file} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module
    try:
        spec.loader.exec_module(module)
    except Exception as fault:
        raise BadInput(f"--model {text}: {type(fault).__name__}: {fault}") from fault
    found = getattr(module, name, None)
    if not (isinstance(found, type) and issubclass(found, Campaign)):
        raise BadInput(f"--model {text}: {file} has no class {name} that is a sim.Campaign")
    _own.append(found)
    return found
