"""Writes Holidays.txt and Deadlines.txt from python-holidays (pip install holidays), which finds the
days by other means than the program does. Run in this folder; the tests only read what it wrote."""

from datetime import date, timedelta

import holidays

YEARS = range(2011, 2047)
TERMS = {"lvu7": 7, "lvu7-court": 7, "lvu8": 28, "sol20-2": 14, "utl5-15": 30}
EVES = {"Midsommarafton", "Julafton", "Nyårsafton"}
DAY = timedelta(days=1)

span = range(YEARS.start - 1, YEARS.stop + 1)
public = holidays.country_holidays("SE", years=span, language="sv", include_sundays=False)
marked = holidays.country_holidays("SE", years=span, language="sv", categories=("de_facto", "bank", "optional"))
eves = {day for day, names in marked.items() if EVES & set(names.split("; "))}


def free(day):
    return day.weekday() >= 5 or day in public or day in eves


def walk(day, step):
    while free(day):
        day += step
    return day


def write(name, head, rows):
    with open(name, "w", encoding="utf-8") as file:
        file.writelines(f"# {line}\n" for line in head)
        file.writelines(f"{row}\n" for row in rows)


def days(dates, year):
    return " ".join(f"{day:%m-%d}" for day in sorted(dates) if day.year == year)


source = f"Made by make_days.py from python-holidays {holidays.__version__}."
write(
    "Holidays.txt",
    [source, "year | first Sunday | public holidays of lag (1989:253) 2 § | eves"],
    (
        f"{year} | {next(date(year, 1, n) for n in range(1, 8) if date(year, 1, n).weekday() == 6):%m-%d}"
        f" | {days(public, year)} | {days(eves, year)}"
        for year in YEARS
    ),
)


def offsets(start, term):
    nominal = start + term * DAY
    return f"{(walk(nominal, DAY) - nominal).days}{(nominal - walk(nominal, -DAY)).days}"


def months():
    for year in YEARS:
        for month in range(1, 13):
            first = date(year, month, 1)
            yield [first + n * DAY for n in range(31) if (first + n * DAY).month == month]


lengths = {}
for rule, term in TERMS.items():
    lengths.setdefault(term, []).append(rule)
write(
    "Deadlines.txt",
    [
        source,
        "rules | start, month | days to the nominal day | for each start of the month two digits:",
        "days from the nominal day to the last day, and from the safe day to the nominal day",
    ],
    (
        f"{' '.join(rules)} | {month[0]:%Y-%m} | {term} | {''.join(offsets(day, term) for day in month)}"
        for term, rules in lengths.items()
        for month in months()
    ),
)
