"""Setting up, starting and checking an installation."""

import os
import sys
import webbrowser
from threading import Timer

from keko import health, installation
from keko.access.decisions import make_first_admin
from keko.attack.attack import attack
from keko.commands import BAD_DATA, DONE, Answer, Arguments, language_of, open_database, tell
from keko.config import ROOT, refuse_unsafe, settings
from keko.data.engine import connect, writing
from keko.data.people import at_this_machine
from keko.data.progress import Stage
from keko.data.releases import read_releases
from keko.words.terms import DEMO_NOTICE

BROWSER_SECONDS = 3.0


def init(_: Arguments) -> int:
    installation.initialise(connect(settings().database_url), _assessing)
    print("KEKO: tables, areas, catalogue and a map are in place.", file=sys.stderr)
    return DONE


def _assessing(done: int, of: int, stage: Stage = "assessing") -> None:
    if not done:
        print("KEKO: trends and forecasts are computed anew …", file=sys.stderr, flush=True)


def admin(chosen: Arguments) -> int:
    """Let the holder of an address sign in as an admin."""
    with writing(open_database()) as connection:
        account = make_first_admin(connection, chosen.email, at_this_machine())
    answer = {"email": account.email, "roles": [grant.role for grant in account.grants], "known": account.has_signed_in}
    tell(chosen, answer, lambda told: f"{told['email']}: {', '.join(told['roles'])}")
    return DONE


def demo(chosen: Arguments) -> int:
    from keko.commands.open_figures import tell_what_is_open  # with what asking sources needs

    engine = open_database()
    with engine.connect() as connection:
        if chosen.if_empty and read_releases(connection):
            tell_what_is_open(chosen)
            return DONE
    made = 0
    for made, name in enumerate(installation.fill_with_demo(engine, at_this_machine()), start=1):  # noqa: B007
        print(f"  {name}", file=sys.stderr)
    print(
        f"KEKO: indicators and segment models with demo figures published: {made} ({DEMO_NOTICE.within(language_of(chosen))}).",
        file=sys.stderr,
    )
    if chosen.if_empty:
        tell_what_is_open(chosen)
    return DONE


def serve(chosen: Arguments) -> int:
    setting = settings()
    refuse_unsafe(setting)
    open_database()
    port = chosen.port or setting.port
    os.chdir(ROOT)  # the framework's settings are read from the folder it starts in
    address = f"http://{setting.host}:{port}"
    print(f"KEKO: {address}", file=sys.stderr, flush=True)
    if sys.stdout.isatty():  # a person is there: the page opens once the server has had time to start
        Timer(BROWSER_SECONDS, webbrowser.open, [address]).start()
    # Not by `streamlit run`: its own listening socket waits for acknowledgements, which costs up to 40 ms a rerun.
    import uvicorn  # only where a server is started

    uvicorn.run(
        "app:app", host=setting.host, port=port, access_log=False, log_level="warning", ws="websockets-sansio",
        proxy_headers=bool(setting.proxies), forwarded_allow_ips=setting.proxies or None,
    )  # fmt: skip
    return DONE


def check(chosen: Arguments) -> int:
    engine = connect(settings().database_url)
    findings = health.check(engine)
    answer = {"ok": all(finding.ok for finding in findings), "checks": [finding.__dict__ for finding in findings]}
    if chosen.attack and findings[0].ok:
        with engine.connect() as connection:
            report = attack(connection)
        answer |= {"ok": answer["ok"] and not report.breaches, "attack": report.told(language_of(chosen))}
    tell(chosen, answer, _check_text)
    return DONE if answer["ok"] else BAD_DATA


def _check_text(answer: Answer) -> str:
    lines = [
        f"{'ok ' if finding['ok'] else 'NOT'} {finding['name']}: {finding['detail']}" for finding in answer["checks"]
    ]
    if report := answer.get("attack"):
        counts = ", ".join(f"{name} {report[name]}" for name in ("attacked", "implied", "doubted"))
        lines.append(f"{'NOT' if report['breaches'] else 'ok '} attack: {counts}; breaches: {len(report['breaches'])}")
        lines += [f"    {_breach_text(breach)}" for breach in report["breaches"]]
    return "\n".join(lines)


def _breach_text(breach: Answer) -> str:
    place = " ".join(breach[name] for name in ("indicator", "number", "area", "sex", "age", "category", "period"))
    return f"{place}: {breach['least']:g}–{breach['most']:g}, {breach['follows_from']}"
