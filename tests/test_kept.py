"""Records are found again by the name of their class, so a name may stand for one class only."""

from collections.abc import Iterator
from typing import Any

import pytest

from handlers import tables
from programme.messages import Action, Draft, Drawing, View


def below(base: type[Any]) -> Iterator[type[Any]]:
    for cls in base.__subclasses__():
        yield cls
        yield from below(cls)


@pytest.mark.parametrize("base", [Action, Draft, Drawing, View], ids=lambda base: base.__name__)
def test_no_two_kinds_of_kept_records_share_a_name(base: type[Any]) -> None:
    assert tables.PRESSES
    known = set(below(base))
    assert len({cls.__name__ for cls in known}) == len(known)
