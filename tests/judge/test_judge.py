from collections.abc import Iterator
from types import SimpleNamespace

from build import evidence

from forgecheck.finding import Finding, Says, Unable
from forgecheck.judge import all_checks, judge

GIVEN = evidence("您好")


def says(severity):
    def check(_) -> Iterator[Finding]:
        yield Finding(severity, Says("不对。", "Wrong."))

    return SimpleNamespace(check=check)


def crashes(_) -> Iterator[Finding]:
    yield Finding("strong", Says("不对。", "Wrong."))
    raise KeyError("a fault in the check")


def test_every_check_gives_one_outcome_in_order():
    checks = {"law.b": says("weak"), "law.a": says("strong")}
    assert [each.name for each in judge(GIVEN, checks)] == ["law.b", "law.a"]


def test_a_crash_is_an_outcome_and_the_others_are_still_asked():
    first, second = judge(GIVEN, {"law.crash": SimpleNamespace(check=crashes), "law.fine": says("weak")})
    assert first.error == "KeyError"
    assert first.findings == ()
    assert not first.looked
    assert second.looked


def test_being_unable_is_not_a_pass():
    def check(_):
        yield Unable(Says("看不清。", "Unreadable."))

    (outcome,) = judge(GIVEN, {"law.blind": SimpleNamespace(check=check)})
    assert not outcome.looked


def test_checks_are_found_by_their_place_alone():
    names = list(all_checks())
    assert names == sorted(names)
    assert {"law.repealed_statute", "identifier.case_number", "metadata.ai_label", "pixel.flat_patch"} <= set(names)
    assert not [name for name in names if "._" in name]


def test_no_check_crashes_on_a_page_that_could_not_be_read():
    outcomes = judge(evidence(None, seals=None, patches=None), all_checks())
    assert [each.name for each in outcomes if each.error] == []
    assert not any(each.findings for each in outcomes)


def test_no_check_speaks_on_an_ordinary_message():
    outcomes = judge(evidence("明天下午三点开会，请带上材料。"), all_checks())
    assert [each.name for each in outcomes if each.findings] == []
