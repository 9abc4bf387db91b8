"""Nothing else than disclosure control makes a Publishable, and nothing else is taken for one."""

from __future__ import annotations

import ast
import copy
import dataclasses
import pickle
from pathlib import Path
from textwrap import dedent

import pytest
from mypy import api

import wijzer.disclosure.publishable as module
from tests.disclosure.results import ALL, hours
from wijzer.disclosure import NotPublishable, Publishable, protect_all, require_publishable

FIELDS = {field.name: None for field in dataclasses.fields(Publishable)}


@pytest.fixture
def publishable():
    return protect_all(ALL, [hours("2022-Q4", 60.0, 20)])[0]


def test_calling_the_class_fails():
    with pytest.raises(NotPublishable):
        Publishable(**FIELDS)
    with pytest.raises(NotPublishable):
        Publishable(**FIELDS, seal=object())


def test_replacing_a_value_fails(publishable):
    with pytest.raises((NotPublishable, ValueError)):
        dataclasses.replace(publishable, value=1.0)


def test_changing_a_value_fails(publishable):
    with pytest.raises(dataclasses.FrozenInstanceError):
        publishable.value = 1.0
    with pytest.raises(TypeError):
        publishable.parts["clienten"] = 3


def test_a_subclass_fails():
    with pytest.raises(NotPublishable):
        type("Mine", (Publishable,), {})


def test_pickling_fails_and_a_copy_is_the_same(publishable):
    with pytest.raises(NotPublishable):
        pickle.dumps(publishable)
    assert copy.copy(publishable) is publishable
    assert copy.deepcopy(publishable) is publishable


def test_a_look_alike_is_refused(publishable):
    class LookAlike:
        value = 3.0
        status = "getoond"

    assert require_publishable(publishable) is publishable
    for other in (LookAlike(), hours("2022-Q4", 60.0, 20), None, 3.0):
        with pytest.raises(NotPublishable):
            require_publishable(other)


def test_nobody_outside_the_room_names_the_token():
    room = Path(module.__file__).parent
    others = [path for path in room.parent.rglob("*.py") if room not in path.parents]
    assert others
    for path in others:
        names = {
            node.id
            if isinstance(node, ast.Name)
            else node.attr
            if isinstance(node, ast.Attribute)
            else node.name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Name | ast.Attribute | ast.alias)
        }
        assert not names & {"_SEAL", "_publishable"}, path.name


def types_of(code: str, folder: Path) -> str:
    file = folder / "snippet.py"
    file.write_text(code, encoding="utf-8")
    out, err, _ = api.run(
        [
            "--strict",
            "--no-error-summary",
            "--hide-error-context",
            f"--cache-dir={folder / 'cache'}",
            "--follow-imports=silent",
            "--ignore-missing-imports",
            str(file),
        ]
    )
    assert not err
    return out


def test_the_type_checker_refuses_a_result_where_a_publishable_is_needed(tmp_path):
    wrong = {
        "point(result, target, on=day)": 'Argument 1 to "point"',
        "when(result)": 'Argument 1 to "when"',
        "Needle('i', 'g', 'stand', '', result, target)": 'Argument 5 to "Needle"',
        "choose([result], day)": "List item 0",
        "dump([result], P, known_on=day, computed_on=day, fingerprint='', threshold=10)": "List item 0",
        "as_csv([result], {})": "List item 0",
        "publish(result)": 'Argument 1 to "publish"',
    }
    head = dedent("""
        from datetime import date
        from pathlib import Path
        from wijzer.disclosure import Publishable, dump
        from wijzer.indicators.result import IndicatorResult
        from wijzer.publications.files import as_csv
        from wijzer.steering import Needle, Target, choose, point, when

        P = Path('x')

        def publish(value: Publishable) -> None: ...

        def right(target: Target, value: Publishable, day: date) -> None:
            point(value, target, on=day)
            when(value)
            publish(value)
            choose([value], day)

        def wrong(target: Target, result: IndicatorResult, day: date) -> None:
    """)
    found = types_of(head + "".join(f"    {call}\n" for call in wrong), tmp_path)
    errors = [line for line in found.splitlines() if "error:" in line]
    assert len(errors) == len(wrong), found
    for error, argument in zip(errors, wrong.values(), strict=True):
        assert argument in error
        assert 'incompatible type "IndicatorResult"' in error
