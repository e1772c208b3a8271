"""The plans that are held, found by what cites them: a citation goes in, a plan's id comes out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.citing import HANDED_DOWN, OF_PLANS, citations_up, meant, number_of, title_keys
from zwgk_parse.diff.positions import position
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.traces import KnownPlan
from zwgk_parse.vocabulary.regions import find_region

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.diff.citing import Number
    from zwgk_parse.plan.model import Citation, Plan
    from zwgk_parse.plan.traces import By, Relation

# What a plan comes down from; laws and rules, which nearly all cite, are no plans.
_PLAN = lazy("要点|方案|计划|意见|通知|任务|清单|安排|决定|纲要|规划|措施|报告")
_LAW = lazy(r"(?:条例|法|办法|规定|细则|规则|标准|规范|指引|目录|公约)(?:[（(].{1,6}[）)])?$")
_ISSUER = lazy(r"^(.{4,30}?(?:政府|办公[厅室]|委员会|局|厅|委|部|院))关于")
_YEAR = lazy(r"(20\d\d)年")


class Cited(NamedTuple):
    """What a plan comes down from: the parent, and how the citation says so."""

    parent: KnownPlan
    relation: Relation
    by: By


class Shelf:
    """Plans by id, each once, with the files that it was found in."""

    def __init__(self, plans: Iterable[tuple[str, Plan]]) -> None:
        self.plans: dict[str, Plan] = {}
        self.files: defaultdict[str, list[str]] = defaultdict(list)
        self._numbers: defaultdict[Number, list[str]] = defaultdict(list)
        self._titles: defaultdict[str, list[str]] = defaultdict(list)
        for file, plan in plans:
            if file not in self.files[plan.id]:
                self.files[plan.id].append(file)
            if plan.id not in self.plans:
                self._put(plan)

    def known(self, plan: Plan) -> KnownPlan:
        """A plan that is held."""
        return KnownPlan(
            id=plan.id,
            title=plan.title,
            document_number=plan.document_number.raw if plan.document_number else None,
            issuer=plan.issuer,
            year=plan.year,
            held=True,
            tasks=len(plan.tasks),
            files=tuple(self.files[plan.id]),
        )

    def parents(self, plan: Plan) -> Iterator[Cited]:
        """What `plan` says that it comes down from, each once, held or not.

        What it is only based on (根据) is mostly no plan: such a citation counts where the plan
        that it means is held.
        """
        found: dict[str, Cited] = {}
        for relation, citation in citations_up(plan, OF_PLANS):
            cited = self._held(citation, plan, relation)
            if cited is None and relation in HANDED_DOWN:
                cited = _named(citation, relation, [*found.values()])
            elif cited and relation not in HANDED_DOWN and not self._has_tasks(cited.parent.id):
                continue
            if cited and cited.parent.id != plan.id:
                found.setdefault(cited.parent.id, cited)
        yield from found.values()

    def _has_tasks(self, id_: str) -> bool:
        """Whether what is held is a plan, and no law or report."""
        plan = self.plans[id_]
        return bool(plan.tasks) and not _LAW.search(plan.title or plan.notice_title or "")

    def _put(self, plan: Plan) -> None:
        self.plans[plan.id] = plan
        number = number_of(plan.document_number)
        if number:
            self._numbers[number].append(plan.id)
        for key in title_keys(plan.title, plan.notice_title):
            self._titles[key].append(plan.id)

    def _held(self, citation: Citation, child: Plan, relation: Relation) -> Cited | None:
        """The plan that is held and that the citation means."""
        number = number_of(citation.document_number)
        for id_ in self._numbers.get(number, []) if number else []:
            return Cited(self.known(self.plans[id_]), relation, "document-number")
        fitting = {
            id_
            for key in title_keys(citation.title)
            for id_ in self._titles.get(key, ())
            if meant(citation, self.plans[id_])
            and position(self.plans[id_], child).where != "outside"
        }
        if len(fitting) == 1:
            return Cited(self.known(self.plans[fitting.pop()]), relation, "title")
        return None


def _named(citation: Citation, relation: Relation, others: Sequence[Cited]) -> Cited | None:
    """A plan that is cited and not held; None for a law, or where nothing names it.

    A citation without a number is of the one of `others` that has its title.
    """
    number, title = citation.document_number, citation.title
    if number is None and (not title or _LAW.search(title) or not _PLAN.search(title)):
        return None
    same = [one for one in others if not one.parent.held and one.parent.title == title]
    if number is None and same:
        return same[0]
    parts = number_of(number)
    id_ = f"{parts.code}-{parts.year}-{parts.number}" if parts else number.raw if number else title
    issuer = _ISSUER.match(title or "")
    year = _YEAR.search(title or "")
    named = KnownPlan(
        id=str(id_),
        title=title,
        document_number=number.raw if number else None,
        issuer=issuer[1] if issuer else None,
        year=int(year[1]) if year else parts.year if parts else None,
        held=False,
    )
    return Cited(named, relation, "document-number" if number else "title")


def place_of(plan: KnownPlan) -> tuple[str, str] | None:
    """The level and code of the place that a plan which is not held is of, by its title."""
    found = find_region(plan.issuer or plan.title or "", plan.year)
    if found is None or (found.code is None and found.level != "national"):
        return None
    return found.level, found.code or ""
