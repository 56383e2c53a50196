"""The code keeps to its own rules, the tests can fail, and what was published stays."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator

import yaml
from conftest import ROOT
from guard import some

ASSERTING = re.compile(r"expect$|pytest\.(raises|fail)$|.*\.wait_for")  # calls that fail a test


def test_ruff_has_nothing_to_say():
    command = [sys.executable, "-m", "ruff", "check", "--output-format=concise"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


def filled(things: ast.expr) -> bool:
    """Whether a loop over this goes round at least once, as far as the code shows it."""
    if isinstance(things, (ast.Tuple, ast.List, ast.Set, ast.Dict)):
        return bool(ast.unparse(things)[1:-1])
    if isinstance(things, ast.Name):
        return things.id.isupper()  # a constant of the test
    if isinstance(things, ast.Call):
        name = getattr(things.func, "id", "")
        inner = [*things.args, getattr(things.func, "value", None)]
        return name in ("some", "range") or any(filled(one) for one in inner if one)
    return False


def checks(node: ast.AST, empty: bool = False) -> Iterator[bool]:
    """For each place where something is asserted, whether it stands in a loop that may be empty."""
    if isinstance(node, ast.For):
        empty = empty or not filled(node.iter)
    call = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
    if isinstance(node, ast.Assert) or ASSERTING.match(call):
        yield empty
    for child in ast.iter_child_nodes(node):
        yield from checks(child, empty)


def only_in_loops(test: ast.AST) -> bool:
    """Whether a test asserts something, but only in loops that may be empty."""
    found = list(checks(test))
    return bool(found) and all(found)


def test_no_test_asserts_only_in_a_loop_that_may_be_empty():
    """Loop over `some(things)`, of guard.py."""
    tests = [
        (path.name, node)
        for path in some((ROOT / "tests").rglob("test_*.py"))
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    empty = [f"{name}:{test.lineno}: {test.name}" for name, test in some(tests) if only_in_loops(test)]
    assert not empty, "\n".join(empty)


def test_a_loop_that_may_be_empty_is_found():
    source = "def test_it(pages):\n    for page in {}:\n        assert page"
    loops = {"pages": True, "pages[1:]": True, "some(pages)": False, "(1, 2)": False}
    assert {one: only_in_loops(ast.parse(source.format(one))) for one in loops} == loops


def writes_text(call: ast.Call) -> bool:
    """Whether a call writes text to a file: `write_text`, or `open` with a mode that is not binary."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    modes = [
        one.value
        for one in [*call.args, *(each.value for each in call.keywords if each.arg == "mode")]
        if isinstance(one, ast.Constant) and re.fullmatch("[rwaxbt+]+", str(one.value))
    ]
    writes = any(set(mode) & set("wax+") and "b" not in mode for mode in modes)
    return name == "write_text" or (name in ("open", "fdopen", "NamedTemporaryFile") and writes)


def test_text_is_written_with_the_same_line_ends_on_every_system():
    """On Windows a text would else get line ends of two signs, and every hash of it would differ."""
    calls = [
        (path.relative_to(ROOT).as_posix(), node)
        for path in some((ROOT / "overrides/hooks").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and writes_text(node) and "tarfile" not in ast.unparse(node.func)
    ]
    unsure = [(name, call.lineno) for name, call in some(calls) if "newline='\\n'" not in ast.unparse(call)]
    assert not unsure


def test_every_way_to_write_text_is_found():
    ways = {"p.write_text(t)": True, "open(p, 'w')": True, "p.open(mode='a')": True, "open(p, 'wb')": False}
    ways |= {"open(p)": False, "p.open('rb')": False, "p.write_bytes(b)": False}
    assert {way: writes_text(ast.parse(way, mode="eval").body) for way in ways} == ways


def test_what_catalogues_of_public_code_are_told_is_of_this_edition():
    told = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert told["softwareVersion"] == project["version"] == settings["extra"]["edition"]
    texts = told["description"].values()
    sizes = [(len(text["shortDescription"]), len(text["longDescription"])) for text in texts]
    assert [short <= 150 < long for short, long in sizes] == [True, True]


def test_no_section_code_of_the_history_has_vanished():
    command = ["git", "log", "--patch", "--format=", "--", "docs/permalinks.yml"]
    history = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    published = set(some(re.findall(r"^\+([a-z]\d+):", history, re.MULTILINE)))
    assert published <= yaml.safe_load((ROOT / "docs/permalinks.yml").read_text("utf-8")).keys()
