"""Pages in two languages, `page.md` and `page.fr.md`, say the same and cannot drift apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TRANSLATED = sorted((ROOT / "docs").glob("*.fr.md"))
FRENCH_ONLY = set(
    re.findall(r"\]\(docs/(\w+\.md)\) .*\(French\)", (ROOT / "README.md").read_text("utf-8"))
)
FRENCH = [ROOT / "README.fr.md", *TRANSLATED]
ALL_IN_FRENCH = [
    *FRENCH,
    *(ROOT / "docs" / name for name in sorted(FRENCH_ONLY)),
    *sorted((ROOT / "examples").rglob("README.md")),
]
# Each tells in French, then in English.
BOTH_ON_ONE_PAGE = {"glossary.md", "measures.md", "pictures.md"}
BLOCK = re.compile(r"```.*?```", re.DOTALL)
INLINE = re.compile(r"`[^`\n]+`")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
# In the page on lists, as it is typed in a spreadsheet.
HEADING = re.compile(r"^\| [^|]+\|(?= `)", re.MULTILINE)
PLAIN_SPACE = re.compile(r"[ \u00a0][;:!?%»]|«[^\u202f]|[^\u202f]»|\u202f{2}")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def english(page: Path) -> Path:
    return page.with_name(page.name.replace(".fr.md", ".md"))


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def prose(page: Path) -> str:
    """Without code, and without where links lead."""
    return LINK.sub("]", INLINE.sub("`", BLOCK.sub("", text(page))))


@pytest.mark.parametrize("page", FRENCH, ids=named)
def test_each_language_leads_to_the_other(page: Path) -> None:
    assert f"[English version]({english(page).name})" in text(page)
    assert f"[Version française]({page.name})" in text(english(page))


def test_the_french_readme_leads_to_french_or_says_that_it_does_not() -> None:
    links = re.findall(r"\]\(docs/([^)#]+\.md)\)( \(en anglais\))?", text(ROOT / "README.fr.md"))
    for target, said in links:
        french = target.endswith(".fr.md") or target in FRENCH_ONLY | BOTH_ON_ONE_PAGE
        assert french != bool(said), target


@pytest.mark.parametrize("page", ALL_IN_FRENCH, ids=named)
def test_a_french_page_leads_to_french_pages(page: Path) -> None:
    for target in set(LINK.findall(text(page))) - {english(page).name}:
        assert not (page.parent / target).with_suffix(".fr.md").exists(), target


@pytest.mark.parametrize("page", TRANSLATED, ids=named)
def test_both_languages_hold_the_same_commands(page: Path) -> None:
    assert _commands(page) == _commands(english(page))


@pytest.mark.parametrize("page", TRANSLATED, ids=named)
def test_both_languages_name_the_same_things(page: Path) -> None:
    french, other = (set(INLINE.findall(BLOCK.sub("", text(one)))) for one in (page, english(page)))
    assert french == other


@pytest.mark.parametrize("page", TRANSLATED, ids=named)
def test_both_languages_tell_the_same_figures(page: Path) -> None:
    assert sorted(_figures(page, ",", "\u202f")) == sorted(_figures(english(page), ".", ","))


@pytest.mark.parametrize("page", TRANSLATED, ids=named)
def test_both_languages_have_the_same_parts(page: Path) -> None:
    """Headings, rows of tables and points of lists come in the same order."""
    french, other = (re.findall(r"^(?:#+|\||-) ", text(one), re.M) for one in (page, english(page)))
    assert french == other


@pytest.mark.parametrize("page", ALL_IN_FRENCH, ids=named)
def test_a_french_page_is_set_as_french_is(page: Path) -> None:
    told = prose(page)
    if page.name == "lists.md":
        told = HEADING.sub("|", told)
    assert PLAIN_SPACE.findall(told) == []


def _commands(page: Path) -> list[str]:
    """Blocks of code line by line; what a comment beside a command says has its own language."""
    lines = "\n".join(BLOCK.findall(text(page))).splitlines()
    return [re.sub(r" +#.*", "", line) for line in lines]


def _figures(page: Path, decimal: str, thousands: str) -> list[str]:
    """The figures of the prose, those of versions and addresses included, written in one way."""
    found = re.findall(r"(?<!\w)\d+(?:[.,\u202f]\d+)*", prose(page))
    return [re.sub(rf"{thousands}(?=\d{{3}}\b)", "", one).replace(decimal, ".") for one in found]
