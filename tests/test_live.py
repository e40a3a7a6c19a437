"""A served page has one script more than its file, and a policy that lets in that script alone."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.live import HASH, SCRIPT, enlivened, widened

POLICIES = {
    "": "",
    "default-src 'none'": f"default-src 'none'; script-src {HASH}; connect-src 'self'",
    "DEFAULT-SRC 'NONE' ;; img-src *;": f"default-src 'NONE'; img-src *; script-src {HASH}; connect-src 'self'",
    "default-src 'self' a.example": (
        f"default-src 'self' a.example; script-src 'self' a.example {HASH}; connect-src 'self' a.example 'self'"
    ),
    "script-src 'self' 'wasm-unsafe-eval'": f"script-src 'self' 'wasm-unsafe-eval' {HASH}",
    "script-src 'none'; connect-src 'none'": f"script-src {HASH}; connect-src 'self'",
    "script-src 'self'; script-src-elem 'none'": f"script-src 'self'; script-src-elem {HASH}",
    "script-src 'none'; script-src *": f"script-src {HASH}",
    "script-src 'unsafe-inline'": "script-src 'unsafe-inline'",
    "style-src 'self'": "style-src 'self'",
}


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_lets_in_one_script_and_its_events(policy: str) -> None:
    assert widened(policy) == POLICIES[policy]


METAS = {
    """<meta http-equiv="Content-Security-Policy" content="script-src 'self'">""": True,
    """<meta http-equiv='content-security-policy' content='script-src a.example'>""": True,
    """<META content="script-src 'self'" HTTP-EQUIV=Content-Security-Policy />""": True,
    """<meta http-equiv="Content-Security-Policy-Report-Only" content="script-src 'self'">""": False,
    """<meta name="description" content="script-src 'self'">""": False,
    """&lt;meta http-equiv="Content-Security-Policy" content="script-src 'self'"&gt;""": False,
}


@pytest.mark.parametrize("meta", METAS)
def test_only_a_policy_is_widened(meta: str) -> None:
    served = enlivened(f"<head>{meta}</head>".encode(), "1").decode()
    assert (HASH in html.unescape(served.split("<script", 1)[0])) is METAS[meta]


PAGES = {
    "<body><p>a</p></body></html>": "<body><p>a</p>{}</body></html>",
    "<p>&lt;/body></p></body>": "<p>&lt;/body></p>{}</body>",
    "</body></body>": "</body>{}</body>",
    "<p>a</p>": "<p>a</p>{}",
    "": "{}",
}


@pytest.mark.parametrize("page", PAGES)
def test_the_script_stands_at_the_end(page: str) -> None:
    script = f'<script data-site="a&quot;b">{SCRIPT}</script>\n'
    assert enlivened(page.encode(), 'a"b').decode() == PAGES[page].format(script)


@given(st.binary(max_size=200))
def test_nothing_of_the_page_is_lost(page: bytes) -> None:
    served = enlivened(page, "1")
    begin = served.index(b'<script data-site="1">')
    end = served.index(b"</script>\n", begin) + len(b"</script>\n")
    assert served[:begin] + served[end:] == page


def test_the_script_holds_nothing_that_would_end_it() -> None:
    assert re.findall(r"</script|<!--", SCRIPT, re.IGNORECASE) == []
