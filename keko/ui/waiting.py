"""What stands in a document before its page has come.

Until the frame is there the framework moves about what it draws: the shape of a page is shown instead, and what is being drawn
is seen when `assets/theme.css` finds the frame in its place, or after some seconds, whatever has failed.
"""

_STYLE = b"""<style>
@keyframes keko-waiting { from, to { visibility: hidden; opacity: 0; } }
body:not(:has([role="alert"])) [data-testid="stAppViewContainer"] { animation: keko-waiting 8s; }
body:not(:has([role="alert"]))::before {
  content: ""; position: fixed; inset: 0; animation: keko-waiting 8s reverse; animation-delay: 8s; animation-fill-mode: forwards;
  --keko-shape: linear-gradient(rgb(128 128 128 / .14) 0 0);
  background: var(--keko-shape) 0 0 / min(240px, 17vw) 100%, var(--keko-shape) max(1rem, 20vw) 1.25rem / 74vw 3.5rem,
    var(--keko-shape) max(1rem, 20vw) 7rem / 60vw 5rem, var(--keko-shape) max(1rem, 20vw) 15rem / 74vw 60vh;
  background-repeat: no-repeat; }
@media print { [data-testid="stAppViewContainer"] { animation: none !important; } }
</style></head>"""


def with_shape(document: bytes) -> bytes:
    """The framework's document with the shape of a page."""
    return document.replace(b"</head>", _STYLE, 1)
