"""Files as they were brought in: the releases that each of them made, of one indicator or of hundreds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Release = Mapping[str, Any]
_OF_ONE_FILE = ("file_name", "sha256", "provider", "created_by")


@dataclass(frozen=True)
class DeliveredFile:
    """One file as it was brought in once. `releases`: those that it made, at least one."""

    releases: tuple[Release, ...]

    @property
    def ids(self) -> list[int]:
        """The numbers of its releases."""
        return [release["id"] for release in self.releases]

    @property
    def name(self) -> str:
        """The file's name, empty where its releases came from none."""
        return self.releases[0]["file_name"] or ""

    @property
    def provider(self) -> str:
        """Whose figures they are."""
        return str(self.releases[0]["provider"])

    @property
    def by(self) -> str:
        """Who published it, else who brought it in."""
        return str(self.releases[0]["published_by"] or self.releases[0]["created_by"])

    @property
    def at(self) -> str:
        """When it was published, else brought in."""
        return str(self.releases[0]["published_at"] or self.releases[0]["created_at"])

    @property
    def is_shown(self) -> bool:
        """Whether readers see all of it, so that it can be taken back as a whole."""
        return {release["status"] for release in self.releases} == {"published"}

    @property
    def is_withdrawn(self) -> bool:
        """Whether all of it was taken back."""
        return {release["status"] for release in self.releases} == {"withdrawn"}


def delivered_files(releases: Iterable[Release]) -> list[DeliveredFile]:
    """Releases (newest first, as `read_releases` gives them) by the files that made them, the newest file first.

    The releases of one file are numbered one after the other. The same file brought in again begins with an indicator that
    it had before.
    """
    files: list[list[Release]] = []
    for release in releases:
        if files and _goes_on(files[-1], release):
            files[-1].append(release)
        else:
            files.append([release])
    return [DeliveredFile(tuple(own)) for own in files]


def _goes_on(own: Sequence[Release], release: Release) -> bool:
    last = own[-1]
    return (
        all(last[name] == release[name] for name in _OF_ONE_FILE)
        and bool(release["file_name"])
        and release["indicator"] not in {earlier["indicator"] for earlier in own}
    )
