"""Who holds which share of what: decimals as written, and no firm of more than 100 %."""

from __future__ import annotations

import pytest
from loading import Desk, codes, fates

from maillage.graph.vocabulary import Tier

HEAD = "Détenteur;Société;Part du capital (%);Part des voix (%);Montant (k€);À la date du\n"


def test_a_holding(desk: Desk) -> None:
    desk.bring(f"{HEAD}Région;Transméa;33,4;25;1 000;31/12/2012\n", "shareholdings")
    tie = desk.tie("Région", "Transméa", "shareholding")
    # A share is a decimal as the source wrote it, and not the share of votes.
    assert tie.attributes == {"share_pct": "33.4", "votes_pct": "25", "amount_eur": 1_000_000.0}
    assert tie.tier is Tier.CAPITAL and tie.directed
    assert tie.last_observed and tie.last_observed.text == "2012-12-31"


@pytest.mark.parametrize("cell", ["51", "51 %", "51,0", "51.00", "51\u202f%", " 51 pour cent "])
def test_the_ways_to_write_fifty_one_per_cent(cell: str, desk: Desk) -> None:
    desk.bring(f"{HEAD}A;F;{cell};;;\n", "shareholdings")
    assert float(str(desk.tie("A", "F", "shareholding").attributes["share_pct"])) == 51


@pytest.mark.parametrize("cell", ["5100", "-3", "120 %", "beaucoup"])
def test_what_is_no_share_leaves_the_holding_without(cell: str, desk: Desk) -> None:
    report = desk.bring(f"{HEAD}A;F;{cell};;;\n", "shareholdings")
    assert fates(report) == {"changed": 1}
    assert "share_pct" not in desk.tie("A", "F", "shareholding").attributes


def test_a_firm_of_more_than_the_whole_loses_all_its_lines_and_is_named(desk: Desk) -> None:
    report = desk.bring(
        f"{HEAD}A;Trop SA;60;;;\nB;Trop SA;40,1;;;\nA;Juste;60;;;\nB;Juste;40;;;\nC;Peu;10;;;\n",
        "shareholdings",
    )
    assert fates(report) == {"accepted": 3, "refused": 2}
    assert codes(report, 2) == codes(report, 3) == {"shares_over_100"}
    (first, _) = [problem for problem in report.problems if problem.code == "shares_over_100"]
    assert "Trop SA" in first.message("fr") and "100,1" in first.message("fr")
    assert "100.1" in first.message("en")
    assert "Trop SA" not in desk.names
    assert len(desk.ties) == 3


def test_the_firm_is_the_same_however_it_is_written(desk: Desk) -> None:
    report = desk.bring(
        "Détenteur;Société;SIREN de la société;Part du capital (%)\n"
        "A;Trop SA;732829320;60\nB;;732829320;30\nC;TROP  sa;;20\n"
        "D;Autre SA;;60\n",
        "shareholdings",
    )
    wrong = [line for line in range(2, 6) if "shares_over_100" in codes(report, line)]
    assert wrong == [2, 3, 4]


def test_shares_of_two_dates_do_not_add_up(desk: Desk) -> None:
    text = f"{HEAD}A;F;60;;;2011-12-31\nB;F;60;;;2012-12-31\n"
    assert fates(desk.bring(text, "shareholdings")) == {"accepted": 2}


def test_a_line_that_is_there_twice_is_one_share(desk: Desk) -> None:
    report = desk.bring(f"{HEAD}A;F;60;;;\nA;F;60;;;\n", "shareholdings")
    assert fates(report) == {"accepted": 2}
    assert report.problems.count("row_repeated") == 1


def test_a_total_that_repeats_the_firm_is_no_holder(desk: Desk) -> None:
    lines = "A;F;51;;;\nB;F;49;;;\nTotal;F;100;;;\nTotal;G;100;;;\nTotal;H;12;;;\nA;H;8;;;\n"
    report = desk.bring(f"{HEAD}{lines}", "shareholdings")
    assert fates(report) == {"accepted": 5, "refused": 1}
    assert codes(report, 4) == {"total_of_shares"}
    # Alone, or with a part, it is the company of that name.
    assert ("Total", "F", "shareholding") not in desk.ties
    assert {("Total", "G", "shareholding"), ("Total", "H", "shareholding")} <= desk.ties.keys()


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        # Total’s, those of the others.
        (("2010-12-31", "2012-12-31", "2014"), "perhaps_total"),
        (("2012", "2012-12-31", "2014"), "total_of_shares"),
        (("2010-12-31", "2012-12-31", ""), "total_of_shares"),
        (("", "2012-12-31", "2014"), "total_of_shares"),
    ],
)
def test_a_total_of_another_date_may_be_the_company(
    dates: tuple[str, str, str], code: str, desk: Desk
) -> None:
    holders = zip(("Total;F;100", "A;F;51", "B;F;49"), dates, strict=True)
    lines = "".join(f"{said};;;{date}\n" for said, date in holders)
    report = desk.bring(f"{HEAD}{lines}", "shareholdings")
    assert code in codes(report, 2)
    kept = code == "perhaps_total"
    assert fates(report) == {"accepted": 2, "changed" if kept else "refused": 1}
    assert (("Total", "F", "shareholding") in desk.ties) == kept


def test_a_firm_may_hold_itself(desk: Desk) -> None:
    """Own shares exist: the line is kept, and said to be looked at by the measures of ownership."""
    assert fates(desk.bring(f"{HEAD}A;A;5;;;\n", "shareholdings")) == {"accepted": 1}
    assert desk.tie("A", "A", "shareholding").attributes["share_pct"] == "5"


def test_the_college_in_which_a_holder_votes(desk: Desk) -> None:
    """Columns that ownership reads are known to the list, and said again by nobody."""
    report = desk.bring(
        "Détenteur;Société;Part du capital (%);Collège;Voix du collège (%)\n"
        "A;Scic;20;salariés;40\n",
        "shareholdings",
    )
    assert not report.problems.count("column_unknown")
    told = desk.tie("A", "Scic", "shareholding").attributes
    assert (told["college"], told["college_votes_pct"]) == ("salariés", "40")
