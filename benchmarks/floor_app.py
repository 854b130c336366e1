"""The floor's server: `benchmarks/floor.py` says what it stands for."""

from pathlib import Path

import streamlit as st

app = st.App(str(Path(__file__).parent / "floor_page.py"))
