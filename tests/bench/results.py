"""A row of the table of results."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured against which bar; `met` is None where there is none."""

    what: str
    bar: str
    measured: str
    met: bool | None = None

    def line(self) -> str:
        """Give the row for a terminal."""
        return f"{self.what}: {self.measured} (bar {self.bar}){self.verdict()}"

    def cells(self) -> tuple[str, str, str, str]:
        """Give the row for a table."""
        return self.what, self.bar, self.measured, self.verdict().strip(" :")

    def verdict(self) -> str:
        """Give ": met", ": NOT met", or nothing where there is no bar."""
        return "" if self.met is None else ": met" if self.met else ": NOT met"
