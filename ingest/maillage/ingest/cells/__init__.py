"""What the text of a cell means: names, flags, lists, numbers, money, dates.

The one door to the parsers. Each takes the text of a cell and answers with a `Parsed`: a value, or
the code of what is to be said, or both (a value that was repaired). None raises, whatever the text.

>>> parse_money("1,8 M€").value
Decimal('1800000')
>>> parse_date("mars 2013").value
'2013-03'
>>> parse_percent("5100").code
'percent_out_of_range'
"""

from maillage.ingest.cells.dates import parse_date, parse_year
from maillage.ingest.cells.numbers import (
    parse_integer,
    parse_money,
    parse_number,
    parse_percent,
    parse_quantity,
)
from maillage.ingest.cells.parsed import Parsed
from maillage.ingest.cells.text import (
    NAME_LIMIT,
    NOTE_LIMIT,
    parse_choice,
    parse_flag,
    parse_list,
    parse_name,
    parse_note,
    without_note_mark,
)

__all__ = [
    "NAME_LIMIT",
    "NOTE_LIMIT",
    "Parsed",
    "parse_choice",
    "parse_date",
    "parse_flag",
    "parse_integer",
    "parse_list",
    "parse_money",
    "parse_name",
    "parse_note",
    "parse_number",
    "parse_percent",
    "parse_quantity",
    "parse_year",
    "without_note_mark",
]
