"""The server: the dashboard as an ASGI application, with the headers that protect its readers."""

import logging
from pathlib import Path

import statsmodels.stats.proportion  # noqa: F401 - loaded now, so that the first visitor does not wait for it
import streamlit as st
from starlette.middleware import Middleware

from keko.ui.http import DocumentLanguage, SecurityHeaders

logging.getLogger("uvicorn.access").disabled = True  # who looked at what is nobody's business

ROOT = Path(__file__).resolve().parent

app = st.App(ROOT / "keko" / "main.py", middleware=[Middleware(SecurityHeaders), Middleware(DocumentLanguage)])
