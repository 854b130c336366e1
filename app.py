"""The server: the dashboard as an ASGI application, with its boundaries and the headers that protect its readers."""

import gc
import logging
import sys
from pathlib import Path

import statsmodels.stats.proportion  # noqa: F401 - loaded now, so that the first visitor does not wait for it
import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from keko.config import WrongSetting, refuse_unsafe, settings
from keko.ui import boundaries, check_routes, frame_script
from keko.ui.http import Document, SecurityHeaders
from keko.ui.sign_in import routes as sign_in
from keko.ui.sign_in.gate import Gate

# Who looked at what is nobody's business: no addresses of readers, not of connections that are taken or refused either.
logging.getLogger("uvicorn.access").disabled = True
logging.getLogger("uvicorn.error").addFilter(
    lambda record: "WebSocket" not in record.getMessage() and "connection " not in record.getMessage()
)

# Here too: it may be started by another server than `keko serve`.
try:
    refuse_unsafe(settings())
except WrongSetting as error:
    sys.exit(f"KEKO: {error}")

# The framework reads its environment only where it starts itself.
config.set_option("server.maxUploadSize", settings().max_upload_mb)

ROOT = Path(__file__).resolve().parent

app = st.App(
    ROOT / "keko" / "main.py",
    routes=[*sign_in.routes(), *boundaries.routes, *check_routes.routes, *frame_script.routes],
    middleware=[Middleware(SecurityHeaders), Middleware(Gate), Middleware(Document)],
)

gc.freeze()  # what is loaded now stays: no rerun waits while garbage is looked for among it
