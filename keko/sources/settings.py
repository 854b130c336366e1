"""Where the sources are, and where partial downloads wait."""

import os
from dataclasses import dataclass
from pathlib import Path

from keko.config import ROOT

SOTKANET_URL = "https://sotkanet.fi/rest/1.1"
STATFIN_URL = "https://pxdata.stat.fi/PxWeb/api/v1/fi/StatFin"
STATFI_WFS_URL = "https://geo.stat.fi/geoserver/wfs"


@dataclass(frozen=True)
class SourceSettings:
    """Addresses without a slash at the end; `partial_downloads`: the folder for what is kept of an unfinished fetch."""

    sotkanet_url: str = SOTKANET_URL
    statfin_url: str = STATFIN_URL
    partial_downloads: Path = ROOT / "var" / "fetch"
    statfi_wfs_url: str = STATFI_WFS_URL


def source_settings() -> SourceSettings:
    """The settings in force: `KEKO_SOTKANET_URL`, `KEKO_STATFIN_URL` and `KEKO_STATFI_WFS_URL` in the environment."""
    return SourceSettings(
        sotkanet_url=os.environ.get("KEKO_SOTKANET_URL", SOTKANET_URL).rstrip("/"),
        statfin_url=os.environ.get("KEKO_STATFIN_URL", STATFIN_URL).rstrip("/"),
        statfi_wfs_url=os.environ.get("KEKO_STATFI_WFS_URL", STATFI_WFS_URL).rstrip("/"),
    )
