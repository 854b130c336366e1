"""The forms in which figures leave KEKO as a file; it reads each of them back."""

from typing import Literal

Form = Literal["csv", "xlsx", "parquet", "json-stat"]
FORMS: tuple[Form, ...] = ("csv", "xlsx", "parquet", "json-stat")
