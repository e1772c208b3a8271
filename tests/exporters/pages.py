"""A page as its elements, for tests of what pages say."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "input", "br", "link", "img"}


class Page(HTMLParser):
    """The elements of a page, each with its attributes and the text right in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element: tuple[str, dict[str, str | None], list[str]] = (tag, dict(attrs), [])
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, "elements are nested"

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1][2].append(data)

    def of(self, tag: str) -> list[str]:
        return ["".join(text) for name, _, text in self.elements if name == tag]

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes, _ in self.elements if name == tag]


def check_it_loads_nothing(page: Page) -> None:
    """The page names nothing that a browser would fetch, and has no script in its elements."""
    for _, attributes, _ in page.elements:
        assert not {"src", "onclick", "style"} & set(attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in "".join(page.of("style"))
    assert "@import" not in "".join(page.of("style"))
