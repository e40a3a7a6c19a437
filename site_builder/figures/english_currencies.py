"""English words for currencies, as tables, in lower case.

A name that several countries have is a unit of its own, as `crown`, unless the country stands before it.
Codes are in capitals, as they must be written: "Ron" and "all" are no currencies.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.figures.units import CENTS

MARKS = {
    "$": "$", "us$": "$", "a$": "A$", "au$": "A$", "c$": "C$", "ca$": "C$", "nz$": "NZ$", "hk$": "HK$",
    "s$": "S$", "nt$": "TWD", "r$": "BRL", "€": "€", "£": "£", "¥": "¥", "₹": "₹", "rs": "₹", "rs.": "₹",
    "₽": "₽", "₴": "₴", "₺": "₺", "₩": "₩", "₦": "₦", "₪": "₪", "₱": "PHP", "₫": "VND", "₸": "KZT", "฿": "THB",
    "₾": "GEL", "֏": "AMD", "₡": "CRC", "₲": "PYG", "₵": "GHS", "tk": "BDT", "ksh": "KES", "rmb": "CNY",
}  # fmt: skip
SIGNS = {
    "usd": "$", "aud": "A$", "cad": "C$", "nzd": "NZ$", "hkd": "HK$", "sgd": "S$", "eur": "€", "gbp": "£",
    "jpy": "¥", "inr": "₹", "rub": "₽", "uah": "₴", "krw": "₩", "ngn": "₦", "ils": "₪",
}  # fmt: skip
"""Codes of currencies that have a sign."""
CODES = """aed afn ars azn bdt bgn bhd brl byn chf clp cny crc czk dkk dzd egp etb ghs gtq hrk huf idr iqd
irr isk jmd jod kes kgs khr kpw kwd kzt lbp lkr lyd mdl mkd mmk mnt mwk mxn myr mzn nad nok npr omr php pkr pln
pyg qar rsd sar sdg sek syp thb tjs tmt tnd twd tzs ugx uyu uzs ves vnd xaf xof yer zar zmw""".split()
"""Those of the others that stand in the news for a currency rather than for a word or a name in capitals, as
`ALL`, `TOP`, `AMD` and `RON` do."""

NAMES = """
dollar dollars: $ us=$ u.s.=$ u.s=$ american=$ australian=A$ canadian=C$ new-zealand=NZ$ hong-kong=HK$
  singapore=S$ singaporean=S$ taiwan=TWD taiwanese=TWD jamaican=JMD namibian=NAD
pound pounds: £ british=£ egyptian=EGP lebanese=LBP syrian=SYP sudanese=SDG
euro euros: €
yen: ¥ japanese=¥
rupee rupees: ₹ indian=₹ pakistani=PKR sri-lankan=LKR nepali=NPR nepalese=NPR
ruble rubles rouble roubles: ₽ russian=₽ belarusian=BYN
hryvnia hryvnias hryvnya: ₴ ukrainian=₴
lira liras: ₺ turkish=₺ lebanese=LBP syrian=SYP
won: ₩ korean=₩ south-korean=₩ north-korean=KPW
naira: ₦ nigerian=₦
shekel shekels: ₪ israeli=₪
yuan renminbi: CNY chinese=CNY
zloty zlotys: PLN polish=PLN
koruna korunas: CZK czech=CZK
forint forints: HUF hungarian=HUF
krona kronor: SEK swedish=SEK icelandic=ISK
crown crowns krone kroner kronur: crown swedish=SEK norwegian=NOK danish=DKK icelandic=ISK czech=CZK
dinar dinars: dinar kuwaiti=KWD bahraini=BHD jordanian=JOD iraqi=IQD libyan=LYD tunisian=TND algerian=DZD
  serbian=RSD
dirham dirhams: dirham emirati=AED uae=AED moroccan=MAD
franc francs: franc swiss=CHF cfa=CFA
peso pesos: peso mexican=MXN argentine=ARS argentinian=ARS chilean=CLP colombian=COP philippine=PHP cuban=CUP
  uruguayan=UYU
riyal riyals rial rials: riyal saudi=SAR qatari=QAR omani=OMR iranian=IRR yemeni=YER
shilling shillings: shilling kenyan=KES kenya=KES ugandan=UGX tanzanian=TZS somali=SOS
rand: ZAR south-african=ZAR
reais: BRL brazilian=BRL
baht: THB thai=THB
rupiah: IDR indonesian=IDR
ringgit: MYR malaysian=MYR
dong: VND vietnamese=VND
taka: BDT bangladeshi=BDT
kyat kyats: MMK
tenge: KZT kazakh=KZT
manat manats: AZN azerbaijani=AZN turkmen=TMT
lari: GEL georgian=GEL
birr: ETB ethiopian=ETB
cedi cedis: GHS ghanaian=GHS
kwacha: ZMW zambian=ZMW malawian=MWK
lei: RON romanian=RON moldovan=MDL
leva: BGN bulgarian=BGN
tugrik tugriks: MNT mongolian=MNT
quetzales: GTQ
bolivares bolivars: VES
"""
"""The forms of a name: its unit, and that of each country whose own it may be; a hyphen stands for a blank."""


def _names() -> Iterator[tuple[tuple[str, ...], str]]:
    for line in NAMES.replace("\n  ", " ").strip().split("\n"):
        forms, _, units = line.partition(": ")
        default, *national = units.split()
        for form in forms.split():
            yield (form,), default
            for of, unit in (one.split("=") for one in national):
                yield (*of.split("-"), form), unit


def _cents() -> Iterator[tuple[tuple[str, ...], str]]:
    """A hundredth of every dollar by the country whose it is, and of the euro."""
    for (*country, name), unit in _names():
        if name in ("dollar", "dollars"):
            yield (*country, name.replace("dollar", "cent")), CENTS[unit]
    for name in ("cent", "cents"):
        yield ("euro", name), CENTS["€"]


CURRENCY_CODES = {code.upper(): unit for code, unit in (SIGNS | {code: code.upper() for code in CODES}).items()}
CURRENCY_WORDS: dict[tuple[str, ...], str] = dict(_names()) | dict(_cents())
