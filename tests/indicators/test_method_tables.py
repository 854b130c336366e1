"""The tables of error rates are made again from the methods themselves."""

from pathlib import Path

import pytest

from benchmarks.methods.__main__ import SIMULATED, main
from benchmarks.methods.trends import false_trends


def test_tables_are_markdown_and_those_of_real_figures_are_left_out_without_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["--runs", "80", "--open", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert out.count("\n| --- |") == len(SIMULATED)
    assert "left out" in err


def test_memory_makes_more_false_trends_and_intervals_do_not_prevent_them() -> None:
    rates = [[float(cell.split()[0].replace(",", ".")) for cell in row[1:]] for row in false_trends(1500).rows]
    independent, half, most = rates
    for own, far in ((independent[0], 5), (independent[2], 5), (half[0], 12), (half[2], 12)):  # METHODS 4
        assert own == pytest.approx(far, abs=2)
    assert most[2] > half[2] > independent[2]
