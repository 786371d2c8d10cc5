import inspect
import re

from forgecheck.look.seals import origin
from forgecheck.show.words import ORIGIN_WHY


def test_every_reason_for_how_a_seal_was_applied_has_words():
    told = set(re.findall(r'"([a-z]+(?:_[a-z]+)+|uneven|even)"(?=[:,)])', inspect.getsource(origin)))
    facts = {"expected_px", "box_step", "box_tint", "log_ramp", "log_noise_dark", "paper_noise", "even_all"}
    assert len(told & set(ORIGIN_WHY)) >= 14
    assert told - facts - set(ORIGIN_WHY) == set()
