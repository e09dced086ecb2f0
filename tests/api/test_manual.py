"""The documentation of the API: all of it, in both languages, under our own policy, readable."""

from __future__ import annotations

import re

import pytest
from axe import violations
from browsing import Watched
from exploring import served
from fastapi.testclient import TestClient
from playwright.sync_api import Browser

from maillage.api.edge.headers import CONTENT_POLICY


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_route_and_shape_is_told(client: TestClient, language: str) -> None:
    answer = client.get("/docs", headers={"Accept-Language": language})
    assert answer.headers["content-security-policy"] == CONTENT_POLICY
    assert f'<html lang="{language}">' in answer.text
    assert "<script" not in answer.text
    document = client.get("/openapi.json").json()
    for path, methods in document["paths"].items():
        for method, said in methods.items():
            assert f"<b>{method.upper()}</b> {path}</code>" in answer.text
            assert said["description"]
    for shape in document["components"]["schemas"]:
        assert f'id="s-{shape}"' in answer.text
    wanted = set(re.findall('href="#([^"]+)"', answer.text))
    assert wanted <= set(re.findall('id="([^"]+)"', answer.text))


@pytest.mark.browser
def test_it_is_seen_in_a_browser(browser: Browser, demonstration: str) -> None:
    """Not blank, on a phone too; nothing is asked of another machine, nothing complains."""
    with served(demonstration) as address:
        context = browser.new_context(locale="fr-FR", viewport={"width": 390, "height": 844})
        watched = Watched.of(context)
        watched.page.goto(f"{address}docs")
        watched.page.locator("summary", has_text="/actors/{id}/ego").click()
        assert watched.page.get_by_role("columnheader", name="ce que c’est").first.is_visible()
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= 390
        assert violations(watched.page) == []
        assert [url for url in watched.requests if not url.startswith(address)] == []
        assert watched.complaints == []
        context.close()
