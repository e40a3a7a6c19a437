"""Dates of a header in languages that running text is not searched for: "17 مايو 2024", "17 maja 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.datewords import WEEKDAY_NAME, WrittenDate, exists, find_dates
from site_builder.model import Span

_MONTHS = {
    "ar-EG": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar-LB": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "ar-DZ": "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar-MA": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
    "Νοεμβρίου Δεκεμβρίου",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "he": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
"""By locale, from January on, as CLDR has them beside a day; Russian ones without a day, for the others are
found everywhere. `_` stands for a blank."""

_WEEKDAYS = {
    "ar": "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "el": "Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή",
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
    "uk": "понеділок вівторок середа четвер п'ятниця субота неділя",
}

_NUMBERS = {
    name.replace("_", " ").lower(): number
    for names in _MONTHS.values()
    for number, name in enumerate(names.split(), 1)
}
_MONTH = "|".join(re.escape(name) for name in sorted(_NUMBERS, key=lambda name: (-len(name), name)))
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_DIGIT = re.compile(r"\d")
_ANY_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_FORMS = (
    re.compile(
        rf"(?<![\d.,:/-])\b(?P<day>0?[1-9]|[12]\d|3[01])\.?\s(?P<month>{_MONTH})\b,?\s{_YEAR}", re.IGNORECASE
    ),
    re.compile(rf"\b(?P<month>{_MONTH}),?\s{_YEAR}", re.IGNORECASE),
)
_WEEKDAY = re.compile(
    rf"\b(?:{'|'.join(sorted(' '.join(_WEEKDAYS.values()).split(), key=lambda name: (-len(name), name)))})\b",
    re.IGNORECASE,
)
_EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


def western_digits(text: str) -> str:
    """The same with Arabic and Persian figures as European ones, each in its place."""
    return text if text.isascii() else text.translate(_EASTERN)


def without_weekdays(line: str) -> str:
    """A line with a bar for each name of a day of the week."""
    return _WEEKDAY.sub("|", WEEKDAY_NAME.sub("|", line))


def header_dates(text: str, span: Span) -> tuple[WrittenDate, ...]:
    """The dates of a line above an article, whatever language they are in; of two readings of one, both."""
    if _DIGIT.search(text, *span) is None:
        return ()
    line = western_digits(text[slice(*span)])
    found = find_dates(line, short_years=True) or tuple(_foreign(line))
    shift = span.start
    return tuple(
        WrittenDate(
            span=Span(written.span.start + shift, written.span.end + shift),
            year=written.year,
            month=written.month,
            day=written.day,
        )
        for written in found
    )


def _foreign(line: str) -> Iterator[WrittenDate]:
    if _ANY_YEAR.search(line) is None:
        return
    for form in _FORMS:
        match = form.search(line)
        number = _NUMBERS.get(match["month"].lower()) if match else None
        if match and number:
            day = int(match["day"]) if "day" in match.groupdict() else None
            if exists(int(match["year"]), number, day or 1):
                yield WrittenDate(span=Span(*match.span()), year=int(match["year"]), month=number, day=day)
                return
