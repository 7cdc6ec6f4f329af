"""How tests run: properties search the same examples every time, and interrupts reach the programs under test."""

import signal

from hypothesis import settings

settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("gate")

# A gate started in the background ignores interrupts, and so would every program that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
