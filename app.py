"""The server: the dashboard as an ASGI application, with its boundaries and the headers that protect its readers."""

import gc
import logging
from pathlib import Path

import statsmodels.stats.proportion  # noqa: F401 - loaded now, so that the first visitor does not wait for it
import streamlit as st
from starlette.middleware import Middleware

from keko.ui import boundaries, frame_script
from keko.ui.http import Document, SecurityHeaders

logging.getLogger("uvicorn.access").disabled = True  # who looked at what is nobody's business

ROOT = Path(__file__).resolve().parent

app = st.App(
    ROOT / "keko" / "main.py",
    routes=[*boundaries.routes, *frame_script.routes],
    middleware=[Middleware(SecurityHeaders), Middleware(Document)],
)

gc.freeze()  # what is loaded now stays: no rerun waits while garbage is looked for among it
