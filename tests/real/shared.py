"""Real open figures that lie beside the project, where they do."""

from pathlib import Path

import pandas as pd
import pytest

OPEN = Path(__file__).resolve().parents[3] / "shared" / "open"


def open_figures(name: str) -> pd.DataFrame:
    """A table of open figures, skipping the test where it is absent: area_code, area, period, value and more."""
    if not (OPEN / name).exists():
        pytest.skip(f"real open figures are absent: {name}")
    return pd.read_csv(OPEN / name, dtype={"period": str})
