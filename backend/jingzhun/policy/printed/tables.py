"""The policy as one page of tables: clauses and what in the system answers to each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from jingzhun.grammar.catalogue import Catalogue
from jingzhun.grammar.facts import Kind, hundredths
from jingzhun.grammar.indicators import Indicator
from jingzhun.grammar.parameters import Figure, Parameter
from jingzhun.grammar.workflows import Step, Workflow
from jingzhun.policy.roles import POSTS, Role

_SEVERITIES = {"error": "错误", "warning": "提醒", "normalised": "已规范"}
_HEAD = (
    "# 文件与系统对照表\n\n"
    "由 `policy/` 的声明生成，请勿手工修改；改声明后运行 `make gen`。\n"
    "编号是承诺清单的行号，引文在湛开办〔2018〕84号中逐字查得。"
)

Rows = Iterable[Sequence[str]]


def figure_text(parameter: Parameter, figure: Figure) -> str:
    """Return a figure as a person reads it: yuan for fen, percent for basis points."""
    value = figure.value
    if isinstance(value, tuple):
        pairs = zip(parameter.parts, value, strict=True)
        return "，".join(f"{part.title} {weight}" for part, weight in pairs)
    if parameter.codes is not None:
        return parameter.codes.title(str(value))
    if isinstance(value, bool):
        return "是" if value else "否"
    plain = parameter.kind is Kind.COUNT or isinstance(value, str)
    return f"{value if plain else hundredths(int(value))}{parameter.unit}"


def as_markdown(catalogue: Catalogue) -> str:
    """Return the clause ↔ system table of docs/policy.md with the definitions below it."""
    sections = (
        ("条款", ("编号", "条款", "要求", "引文", "系统中的对应"), _clauses(catalogue)),
        ("名册", ("名册", "口径", "填报", "条款"), _registers(catalogue)),
        ("指标", ("指标", "口径", "目标", "责任单位", "条款"), _indicators(catalogue)),
        ("次数任务", ("任务", "要求", "责任单位", "条款"), _quotas(catalogue)),
        ("参数", ("参数", "年度与数值", "依据", "说明", "条款"), _parameters(catalogue)),
        ("数据规则", ("编号", "级别", "规则", "改正处"), _rules(catalogue)),
    )
    blocks = [_HEAD]
    blocks += [f"## {title}\n\n{_table(heads, rows)}" for title, heads, rows in sections]
    blocks += ["## 流程", *(_workflow(one) for one in catalogue.workflows)]
    return "\n\n".join(blocks) + "\n"


def _clauses(catalogue: Catalogue) -> Rows:
    answers: dict[str, list[str]] = defaultdict(list)
    for noun, declared in (
        ("名册", catalogue.registers), ("指标", catalogue.indicators),
        ("任务", catalogue.quotas), ("参数", catalogue.parameters),
    ):  # fmt: skip
        for one in declared:
            answers[one.clause.ref].append(f"{noun}“{one.title}”")
    for workflow in catalogue.workflows:
        for clause in workflow.clauses:
            answers[clause.ref].append(f"流程“{workflow.title}”")
    for row in catalogue.clauses:
        yield row.ref, row.number, row.title, row.quote, "；".join(answers[row.ref])


def _registers(catalogue: Catalogue) -> Rows:
    for one in catalogue.registers:
        yield _named(one.title, one.slug), one.sentence(), _titles(one.kept_by), one.clause.ref


def _indicators(catalogue: Catalogue) -> Rows:
    for one in catalogue.indicators:
        title = _named(one.title, one.slug)
        yield title, one.sentence(), _floor(one), one.owner, one.clause.ref


def _quotas(catalogue: Catalogue) -> Rows:
    for one in catalogue.quotas:
        yield _named(one.title, one.slug), one.sentence(), one.owner, one.clause.ref


def _parameters(catalogue: Catalogue) -> Rows:
    for one in catalogue.parameters:
        figures = "；".join(f"{f.year}年起 {figure_text(one, f)}" for f in one.figures)
        bases = "；".join(dict.fromkeys(figure.basis for figure in one.figures))
        yield _named(one.title, one.slug), figures, bases, one.help, one.clause.ref


def _rules(catalogue: Catalogue) -> Rows:
    for one in sorted(catalogue.rules, key=lambda rule: rule.id):
        column = one.column.title if one.column else "出错的单元格"
        yield one.id, _SEVERITIES[one.severity.value], one.title, column


def _workflow(workflow: Workflow) -> str:
    refs = "、".join(clause.ref for clause in workflow.clauses)
    rows = [
        (
            step.title,
            workflow.states.get(step.source, ""),
            workflow.states[step.target],
            _titles(step.roles),
            _conditions(workflow, step),
        )
        for step in workflow.steps
    ]
    head = f"### {_named(workflow.title, workflow.slug)}（{refs}）"
    return f"{head}\n\n{_table(('步骤', '从', '到', '谁', '条件'), rows)}"


def _conditions(workflow: Workflow, step: Step) -> str:
    titles = {one.action: one.title for one in workflow.steps}
    apart = "、".join(titles[action] for action in step.not_same_as)
    stated = (
        ("须写明理由", step.note_required),
        ("须有文号", step.document_number_required),
        ("须附扫描件", step.scan_required),
        (f"不得与“{apart}”同一人", bool(apart)),
    )
    return "；".join(words for words, holds in stated if holds)


def _floor(indicator: Indicator) -> str:
    floor = indicator.at_least_percent
    if isinstance(floor, Parameter):
        return f"≥{floor.title}"
    return "" if floor is None else f"≥{floor}%"


def _named(title: str, slug: str) -> str:
    return f"{title} `{slug}`"


def _titles(roles: Iterable[str]) -> str:
    return "、".join(POSTS[Role(role)].title for role in roles)


def _table(heads: Sequence[str], rows: Rows) -> str:
    lines = [_line(heads), "|" + "---|" * len(heads)]
    lines += [_line([cell.replace("|", "\\|") or "—" for cell in row]) for row in rows]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
