"""Days are Finland's: what is stored is in UTC, and a day begins and ends when it does in Helsinki."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Helsinki")


def today() -> date:
    """The day that it is in Finland."""
    return datetime.now(ZONE).date()


def day_of(moment: str) -> date:
    """The day in Finland of a stored time (ISO 8601; UTC where it tells no zone)."""
    at = datetime.fromisoformat(moment)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(ZONE).date()


def end_of(day: date) -> str:
    """The last second of a day in Finland, as it is stored (UTC, ISO 8601)."""
    midnight = datetime.combine(day + timedelta(days=1), time(), ZONE)
    return (midnight.astimezone(UTC) - timedelta(seconds=1)).isoformat(timespec="seconds")
