"""A declaration: a part of a scenario, unchangeable once read, that accepts no key it does not know."""

from pydantic import BaseModel, ConfigDict


class Declaration(BaseModel):
    """The rules by which every part of a scenario is read."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True)
