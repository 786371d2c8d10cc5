import inspect
import re

from forgecheck.look.seals import origin
from forgecheck.look.seals.origin_terms import NAMES
from forgecheck.show.words import ORIGIN_WHY


def test_every_reason_for_how_a_seal_was_applied_has_words():
    told = set(re.findall(r'"([a-z]+(?:_[a-z]+)+|uneven|even)"(?=[:,)])', inspect.getsource(origin)))
    facts = {*NAMES, "expected_px", "follows_light"}
    assert len(told & set(ORIGIN_WHY)) >= 14
    assert told - facts - set(ORIGIN_WHY) == set()
