"""The source text in the making."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Writer:
    """Collects text and keeps the place: `length` in code points, and the 1-based `line` of the next character."""

    parts: list[str] = field(default_factory=lambda: [])
    length: int = 0
    line: int = 1

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
        self.line += text.count("\n")

    def add(self, text: str) -> None:
        """Writes a text without line breaks."""
        self.parts.append(text)
        self.length += len(text)

    def text(self) -> str:
        return "".join(self.parts)
