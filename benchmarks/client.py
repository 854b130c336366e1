"""A visitor without a browser: speaks Streamlit's websocket protocol and times how long a page's script takes.

The time of a run is from sending the request until the message that the run has ended is here, all drawing messages
before it included. Like a browser it keeps large messages, and is then sent their hashes only.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

ANSWER_SECONDS = 120
SHORT = 1_000  # bytes: the message that a run has ended is shorter, what draws something large is not looked into
KEPT_RUNS = 2  # a browser forgets a message that this many runs have not used


@dataclass(frozen=True)
class Run:
    """One run of a page's script: how long it took, what came over the wire, and what it means."""

    seconds: float
    size: int
    messages: list[ForwardMsg]


@dataclass
class Visit:
    """One tab that stands on `page` ("" is the front page) of the server at `url`. `headers`: what its browser sends along."""

    url: str
    page: str
    headers: Mapping[str, str] = field(default_factory=dict)
    _connection: ClientConnection = field(init=False)
    _page_hash: str = ""
    _session: str = ""
    _kept: dict[str, tuple[int, ForwardMsg]] = field(default_factory=dict)
    _runs: int = 0

    def __enter__(self) -> Self:
        server = urlsplit(self.url).netloc
        opened = connect(
            f"ws://{server}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            additional_headers=self.headers,
            compression=None,
            max_size=None,
        )
        self._connection = opened.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def run(self, query: str) -> Run:
        """Run the page's script as if the address had just changed to `query`."""
        request = self._request(query).SerializeToString()
        frames: list[bytes] = []
        start = time.perf_counter()
        self._connection.send(request)
        while not frames or not _ends_run(frames[-1]):
            frame = self._connection.recv(ANSWER_SECONDS)
            assert isinstance(frame, bytes)
            frames.append(frame)
        seconds = time.perf_counter() - start
        return Run(seconds, sum(map(len, frames)), self._understood(frames))

    def file(self, id_: str) -> str:
        """Press a button that makes a file, which a message calls by `id_`; the address that the file is at."""
        message = BackMsg()
        message.backend_operation_request.request_id = id_
        message.backend_operation_request.session_id = self._session
        message.backend_operation_request.deferred_file.file_id = id_
        self._connection.send(message.SerializeToString())
        while True:
            frame = self._connection.recv(ANSWER_SECONDS)
            assert isinstance(frame, bytes)
            answer = ForwardMsg.FromString(frame)
            if answer.WhichOneof("type") == "backend_operation_response":
                return str(answer.backend_operation_response.deferred_file.url)

    def _request(self, query: str) -> BackMsg:
        message = BackMsg()
        state = message.rerun_script
        state.query_string = query
        state.page_script_hash = self._page_hash
        state.page_name = "" if self._page_hash else self.page
        state.is_history_navigation = self._runs > 0  # widgets that stand in the address take their value from there
        state.cached_message_hashes.extend(self._kept)
        state.context_info.timezone = "Europe/Helsinki"
        state.context_info.locale = "fi-FI"
        state.context_info.url = f"{self.url}/{self.page}?{query}"
        return message

    def _understood(self, frames: list[bytes]) -> list[ForwardMsg]:
        self._runs += 1
        messages = []
        for frame in frames:
            message = ForwardMsg.FromString(frame)
            if message.WhichOneof("type") == "ref_hash":
                metadata, message = message.metadata, self._recalled(message.ref_hash)
                message.metadata.CopyFrom(metadata)
            elif message.metadata.cacheable:
                self._kept[message.hash] = self._runs, message
            if message.WhichOneof("type") == "new_session":
                self._session = message.new_session.initialize.session_id or self._session
            if message.WhichOneof("type") == "navigation":
                self._page_hash = message.navigation.page_script_hash
            messages.append(message)
        self._kept = {key: kept for key, kept in self._kept.items() if self._runs - kept[0] < KEPT_RUNS}
        return messages

    def _recalled(self, key: str) -> ForwardMsg:
        message = ForwardMsg()
        message.CopyFrom(self._kept[key][1])
        self._kept[key] = self._runs, self._kept[key][1]
        return message


def _ends_run(frame: bytes) -> bool:
    if len(frame) > SHORT:
        return False
    message = ForwardMsg.FromString(frame)
    ended = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR}
    return message.WhichOneof("type") == "script_finished" and message.script_finished in ended
