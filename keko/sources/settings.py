"""Where the sources are, and where partial downloads wait."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from keko.config import ROOT

SOTKANET_URL = "https://sotkanet.fi/rest/1.1"
STATFIN_URL = "https://pxdata.stat.fi/PxWeb/api/v1/fi/StatFin"
STATFI_WFS_URL = "https://geo.stat.fi/geoserver/wfs"

PTV_URL = "https://api.palvelutietovaranto.suomi.fi/api/v11"
PTV_V12_URL = "https://api-gw.palvelutietovaranto.suomi.fi/api/v12"  # for whom the register has given a key


@dataclass(frozen=True)
class SourceSettings:
    """Addresses without a slash at the end; `partial_downloads`: the folder for what is kept of an unfinished fetch.

    `ptv_key`: of the national service register; with one its interface v12 is asked, else v11.
    """

    sotkanet_url: str = SOTKANET_URL
    statfin_url: str = STATFIN_URL
    partial_downloads: Path = ROOT / "var" / "fetch"
    statfi_wfs_url: str = STATFI_WFS_URL
    ptv_url: str = PTV_URL
    ptv_key: str = field(default="", repr=False)


def source_settings() -> SourceSettings:
    """The settings in force: `KEKO_SOTKANET_URL`, `KEKO_STATFIN_URL`, `KEKO_STATFI_WFS_URL`, `KEKO_PTV_URL` and
    `KEKO_PTV_API_KEY` in the environment.
    """
    ptv_key = os.environ.get("KEKO_PTV_API_KEY", "").strip()
    return SourceSettings(
        sotkanet_url=os.environ.get("KEKO_SOTKANET_URL", SOTKANET_URL).rstrip("/"),
        statfin_url=os.environ.get("KEKO_STATFIN_URL", STATFIN_URL).rstrip("/"),
        statfi_wfs_url=os.environ.get("KEKO_STATFI_WFS_URL", STATFI_WFS_URL).rstrip("/"),
        ptv_url=os.environ.get("KEKO_PTV_URL", PTV_V12_URL if ptv_key else PTV_URL).rstrip("/"),
        ptv_key=ptv_key,
    )
