"""The tests. A slow machine is no failure: no property is held to a time of its own."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
