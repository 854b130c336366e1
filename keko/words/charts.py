"""The words in charts."""

from keko.data.text import Text

UNCERTAIN = Text("epävarma: leveä luottamusväli", "osäker: brett intervall", "uncertain: wide interval")
FORECAST = Text("ennuste", "prognos", "forecast")
MERGED = Text("Kuntaliitos", "Kommunsammanslagning", "Merger")
TARGET = Text("Tavoite {value} ({due})", "Mål {value} ({due})", "Target {value} ({due})")
LIMITS = Text("tavanomainen vaihtelu", "vanlig variation", "ordinary variation")
