"""What stands with a name: ranks, forms of address, offices, letters."""

from __future__ import annotations

from site_builder.annotate.language import Gender

SHORT_TITLES = {
    "abp": "archbishop", "adm": "admiral", "adv": "advocate", "ald": "alderman", "amb": "ambassador",
    "asst": "assistant", "atty": "attorney", "brig": "brigadier", "capt": "captain", "cdr": "commander",
    "ch": "chief", "cllr": "councillor", "cmdr": "commander", "col": "colonel", "con": "constable",
    "const": "constable", "cpl": "corporal", "cpt": "captain", "dep": "deputy", "det": "detective",
    "dr": "doctor", "fr": "father", "gen": "general", "gov": "governor", "hon": "honourable",
    "insp": "inspector", "lieut": "lieutenant", "lt": "lieutenant", "maj": "major", "msgr": "monsignor",
    "pc": "constable", "pcso": "officer", "pfc": "private", "prof": "professor", "pte": "private",
    "pvt": "private", "rep": "representative", "reps": "representatives", "rev": "reverend",
    "rt": "right", "sen": "senator", "sens": "senators", "sgt": "sergeant", "spc": "specialist",
    "supt": "superintendent", "wpc": "constable",
}  # fmt: skip
"""As written with a full stop or without, and in full."""
FULL_TITLES = {form: full for short, full in SHORT_TITLES.items() for form in (short, f"{short}.")}
INITIAL_RANKS = frozenset("DC DS DI DCI DSI DCS DCC ACC ACP DCP DSP".split())
"""Ranks of capitals alone, which are one only before a given name, or the surname of somebody named in
full: `DC Ann Lee`, not `DC Harbour`."""
HONORIFICS: dict[str, Gender | None] = {
    "mr.": "he", "mr": "he", "sir": "he", "lord": "he", "king": "he", "prince": "he", "messrs": "he",
    "messrs.": "he", "shri": "he", "herr": "he", "monsieur": "he", "señor": "he",
    "signor": "he", "sheikh": "he", "imam": "he", "father": "he", "mrs.": "she", "mrs": "she",
    "ms.": "she", "ms": "she", "miss": "she", "lady": "she", "dame": "she", "queen": "she",
    "princess": "she", "smt": "she", "smt.": "she", "frau": "she", "madame": "she", "mme": "she",
    "mme.": "she", "señora": "she", "signora": "she", "baroness": "she", "duchess": "she",
    "countess": "she", "dr.": None, "dr": None, "mx": None, "mx.": None, "sheik": "he", "shaikh": "he",
    "maulana": "he", "mullah": "he", "alhaji": "he", "alhaja": "she", "hajiya": "she", "malam": "he",
    "mallam": "he", "otunba": "he", "engr": None, "engr.": None, "barr": None, "barr.": None,
    "datuk": "he", "dato": "he", "dato'": "he", "dato’": "he", "datin": "she", "tun": "he",
    "sri": "he", "igwe": "he", "aunty": "she", "seri": None, "puan": "she", "tuan": "he", "shrimati": "she",
}  # fmt: skip
RANKS = frozenset(
    """general major lieutenant colonel captain commander admiral rear brigadier sergeant marshal corporal
    private constable superintendent detective reverend monsignor alderman honourable vice-admiral""".split()
).union(FULL_TITLES, HONORIFICS) - {"king", "prince", "queen", "princess"}
"""Stand before a name and say no office."""
_OF_POLICE = frozenset("assistant chief deputy detective police senior special station".split())
COMPOUND_RANKS = {
    **dict.fromkeys(("commissioner", "constable", "inspector", "sergeant", "superintendent"), _OF_POLICE),
    "commander": frozenset("army border brigade guerrilla insurgent militant militia rebel separatist".split()),
}
"""Ranks with the words that go before them: `detective constable`, `rebel commander` tell what somebody is."""
INITIAL_OFFICES = frozenset(
    "PM DPM TD MK MLA MNA MPA MLC MSP CM FM CS PS AG IGP DIG SSP COAS CJI CJP CFO COO CTO".split()
)
"""Offices written in capitals alone before a name."""
SURNAMES = frozenset("baker potter trader winner".split())
"""Nouns for a person that, with a capital before another name, are part of it: `Baker Moss`."""
PORTFOLIOS = frozenset(
    """affairs agriculture aviation commerce communications culture defence defense development economy
    education employment energy environment equality family finance forests health home housing industry
    information interior justice labour labor lands law operations planning power production railways
    reconciliation relations resources rights roads science security services social sports staff state
    steel technology territories tourism trade training transport transportation treasury war water welfare
    women work works youth""".split()
)
"""What an office is for. Behind it its holder's name begins: `Minister for Rural Affairs Ann Lee`."""
PLACE_PREFIXES = frozenset(
    """north south east west northern southern eastern western central new greater upper lower mid""".split()
)
"""Make another place of the name after them: `North Harbour` is not `Harbour`."""
BODY_ENDINGS = frozenset(
    """street hill yard palace act bill code id road avenue province state county district island islands river
    bridge airport tower towers plan""".split()
)
"""Close the name of what is no person, though it be a body that speaks: `Quay Street`."""
POST_NOMINALS = frozenset(
    """qc kc sc mp mep msp mla mlc mna td obe mbe cbe kbe dbe bem gcmg kcmg cmg phd md dphil dds jp dl frs
    fba freng frcp vc dso dfc rn raf usn usmc retd ips ias esq sj ao""".split()
)
OFFICE_PREFIXES = frozenset("co ex vice deputy sub assistant then joint under".split())
"""Stand with a hyphen before an office: `co-author`."""
OFFICE_SUFFIXES = frozenset("general elect designate in-chief at-large".split())
"""Stand with a hyphen behind an office: `director-general`."""
OFFICES = frozenset(
    """accused adviser advisor aide ambassador analyst applicant archbishop assistant attorney aunt barrister
    bishop boss boy brother caller captain ceo chair chairman chairperson chairwoman chancellor chief client
    coach colleague commander commissioner complainant constable consul coroner counsel customer daughter dean
    defendant deputy detective director doctor driver editor envoy executive expert father friend general girl
    governor grandfather grandmother guard head headteacher host husband inspector inspector judge justice king
    landlord lawyer magistrate man manager marshal master mayor member minister mother neighbor neighbour
    nephew niece nurse officer official organiser organizer owner paramedic parent participant partner
    passenger pastor pathologist patient person policeman policewoman pope premier presenter president priest
    prince princess principal producer prosecutor protester publisher queen rabbi referee reporter researcher
    resident secretary sergeant sheriff sister solicitor son source speaker spokesman spokesperson spokeswoman
    staffer student supervisor supporter surgeon survivor suspect teacher tenant trainer treasurer uncle vicar
    victim viewer voter warden widow widower wife witness woman worker""".split()
)
"""Nouns for a person that with "the" may bring in somebody not named yet."""
GENERALS = frozenset(
    """advocate attorney auditor comptroller consul director governor inspector postmaster secretary solicitor
    surgeon""".split()
)
"""Offices that "General" goes with, which is then no rank."""
GENDERED_NOUNS: dict[str, Gender] = {
    **dict.fromkeys(
        """spokesman chairman congressman businessman councilman policeman alderman salesman fireman
        fisherman man boy father dad grandfather son brother uncle nephew husband widower boyfriend king
        prince emperor duke actor waiter monk priest headmaster schoolboy""".split(),
        "he",
    ),
    **dict.fromkeys(
        """spokeswoman chairwoman congresswoman businesswoman councilwoman policewoman woman girl mother mum
        mom grandmother daughter sister aunt niece wife widow girlfriend queen princess empress duchess
        actress waitress nun headmistress schoolgirl""".split(),
        "she",
    ),
}
FAMILY_NAMES_FIRST = frozenset(
    """ahn ban bui cai cao chen cho choi dang deng ding duong fang feng gao guo han hoang hong hu huang huynh
    hwang jang jeong jiang jung kang kwon liang lim lin liu luo mao moon ngo nguyen pan park peng pham phan
    qin ren roh seo shin sun tang tran vo vu wang wei wu xi xiao xie xu xue yan yao yoo yoon zeng zhang zhao
    zheng zhou zhu""".split()
)
"""Family names of languages in which they stand before the given name."""
