"""A burst on Telegram, over real HTTP: as fast as the limits allow, never refused, and people who type are answered."""

from pathlib import Path

from tests.bench_burst import burst


def test_a_burst_is_as_fast_as_the_limits_allow_and_nobody_waits_for_it(tmp_path: Path) -> None:
    found = burst(tmp_path, 240)
    assert found.refused == 0
    assert found.lasted <= found.least * 1.03
    assert len(found.waits) >= 3
    assert max(found.waits) < 2.0
