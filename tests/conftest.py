"""How properties are searched: the same examples every time, however slow the first compilation."""

from hypothesis import settings

settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("gate")
