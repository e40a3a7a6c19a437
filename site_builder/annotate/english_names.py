"""Given names and the pronoun that goes with them, from many countries; ranks, forms of address and letters.

A name in both lists is in neither.
"""

from __future__ import annotations

from site_builder.annotate.language import Gender

HE = frozenset(
    """aaron abdul abdullah abraham adam adrian ahmad ahmed ahmet akira alan albert alberto alejandro aleksandr
    aleksei alessandro alexander alexei alfred ali allan amadou amir amit anatoly anders andre andreas
    andrei andrew andriy angus anil anthony antoine anton antonio antony arjun arnold arthur arturo
    ashraf asif austin barack barry bashar bashir ben benjamin bernard bernie bill billy bjorn björn bob
    bobby bogdan boris brad bradley brandon brendan brent brett brian bruce bruno bryan bryce byron
    calvin carl carlo carlos cesar charles charlie chris christian christopher chuck claude clive colin
    connor corey craig curtis cyril dan daniel danny darren dave david dean denis dennis derek diego
    dieter dimitri dirk dmitri dmitry dmytro dominic don donald doug douglas dragan dylan earl ed eddie
    edgar eduardo edward edwin ehud eli elias elijah emil emmanuel emre enrico enrique enzo eric erik
    ernest ernesto ethan eugene evan evgeny fabio farid felipe felix ferdinand fernando francesco
    francis francisco francois frank franz françois fred frederick friedrich gareth gary gavin gennady
    geoff geoffrey georg george georges gerald gerard gerhard giorgio giovanni giuseppe glen glenn
    gordon graham greg gregory guillermo gunter gustavo guy habib hakan hamid hans harold harry harvey
    hasan hassan hector heinrich heinz henri henrik henry herbert herman hiroshi horst howard hugh hugo
    hussein ian ibrahim idris igor ilya imran isaac ismail istvan ivan jack jacob jacques jaime jake
    jamal james jamie jan janos jared jason javier jay jean jeb jeff jeffrey jens jeremy jerome jerry
    jesse jesus jim jimmy joachim joao joaquin joe joel johan johann john johnny jon jonas jonathan
    jordan jorge jose josef joseph josh joshua josé juan julian julio julius justin jürgen kamal karim
    karl keith ken kenji kenneth kevin khaled khalid kirill klaus kofi konstantin kurt kwame kyle lance
    larry lars lawrence lee len leo leon leonard leonid leroy lewis liam lionel lloyd logan louis luc
    luca lucas luis luiz lukas luke maksim malcolm manfred manuel marc marcel marco marcos marcus mario
    mark marko markus martin marty marvin mateo mathew matt matteo matthew matthias maurice mauricio max
    maxim mehmet michael michel miguel mihail mike mikhail mikko milan milos mitch mitt mohamed mohammad
    mohammed mohsen moshe moussa muhammad mustafa nabil narendra nasser nathan nathaniel ned neil nelson
    newt nicholas nick nicola nicolas nigel nikita nikolai nikolay nils noah noel norbert norman oleg
    oleksandr oliver olivier omar osama oscar otto owen pablo paolo pascal patrick paul paulo pavel
    pedro per percy perry pete peter petr petro phil philip philippe pierre pieter pietro piotr prakash
    rafael rahim rahul raj rajesh ralph ramesh ramon rand randy raphael rashid raul ravi ray raymond
    recep reince reinhard reza ricardo richard rick ricky rob robert roberto rodney rodrigo roger roland
    rolf roman ron ronald rory ross roy ruben rudolf rudolph rudy rupert rush ruslan russell ryan saeed
    salim salman salvador sam sami samir samuel sanjay santiago scott sean sebastian sergei sergey
    sergio seth shane shaun shimon shinzo sidney simon spencer stan stanislav stanley stefan stefano
    stephen steve steven stewart stuart sunil suresh sven syed takashi taras tariq ted terrence terry
    theo theodore thierry thomas tiago tim timothy toby todd tom tomas tommy tony travis trevor tyler
    uwe vaclav vadim valentin valery vasily vernon victor vijay vikram viktor vince vincent vitali
    vitaly vladimir volodymyr walter warren wayne werner wesley wilfried wilhelm will willem william
    willie wolfgang xavier yakov yasser yevgeny yitzhak yuri yury yusuf yves zachary zoran""".split()
)
SHE = frozenset(
    """abena abigail ada adele adriana agnes agnieszka aisha alessandra alexandra alexis alice alicia alina
    alison allison alyssa amanda amber amelia amina aminata amy ana anastasia andrea angela angelina
    angelique anita anjali ann anna annabel anne annette annie antonia aoife april ariana ashley astrid
    audrey aung ava ayesha barbara beata beatrice beatriz becky bernadette beth bethany betty beverly
    brenda bridget brigitte brittany bronwen camille candice carla carly carmen carol carole carolina
    caroline carolyn cassandra catalina catherine cathy cecilia celia charlene charlotte chelsea cheryl
    chiara chioma chloe christina christine cindy claire clara claudia colleen condoleezza connie
    consuelo corinne cristina crystal cynthia daisy dana daniela daniele danielle daria dawn deb debbie
    deborah debra deepa deirdre denise diana diane dianne dina dolores donna dora doris dorothy edith
    eileen elaine eleanor elena elisa elisabeth elise elizabeth ella ellen elsa emilia emily emma erica
    erika erin esther eva eve evelyn faith farah fatima fatou federica fernanda fiona flora florence
    frances francesca freja gabriela gabriella gail galina gemma georgia georgina geraldine gina ginni
    ginny giovanna gisela giulia gloria grace greta gretchen gwen hadiza hanan hannah harriet heather
    heidi helen helena helene helga henrietta hilary hillary holly hope huma ida ilse imelda ines ingrid
    irena irene irina iris irma isabel isabella isobel ivana ivanka jackie jacqueline jamila jan jane
    janet janice jasmine jeanette jen jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn
    jodi josefina josephine joy joyce juanita judith judy julia juliana julie juliet karen karin karina
    karla katarzyna kate katerina katharine katherine kathleen kathryn kathy katie katrina kay kayla
    keiko kellyanne kerry khadija kim kimberly kirsten kirstjen kristen kristin kristina kylie lara
    larissa latoya laura lauren laurie layla leila lena leslie leticia leyla lidia lila lilian lillian
    lily linda lindsay lisa liz loretta lori lorraine louise lucia lucy ludmila luisa lydia lynn lynne
    madeleine madeline madison magdalena maggie maja malala malia mandy manuela mara marcia margaret
    margarita margot maria mariam marian mariana marianne marie marilyn marina marine marion marisa
    marjorie marlene marta martha martina mary maryam matilda maureen maxine maya meera megan meghan
    megyn melania melanie melinda melissa mercedes meredith mia michaela michele michelle mildred
    miranda miriam moira molly mona monica monika muriel myra nadia nadine nancy naomi natalia natalie
    natasha nathalie ngozi nia niamh nicola nicole nikki nina noor nora norma nuria odette oksana olena
    olga olivia ottilie paige paloma pamela patricia patty paula pauline peggy penelope penny petra
    phyllis pilar pippa polly priscilla priti priya rachel ramona rania raquel rebecca regina renata
    renee rhonda rita roberta robin rosa rosalind rose rosemary roxanne ruth sabine sabrina sally
    samantha samira sandra sara sarah sasha selena serena shannon sharon shauna sheila shelley sheryl
    shirley silvia simone siobhan sofia solveig sonia sonja sophia sophie sorcha stacey stacy stella
    stephanie sue sunita susan susana susanna susanne suzanne svetlana sylvia tabitha tamara tammy tania
    tanya tara tatiana tatyana teresa theresa tiffany tina toni tracey tracy tulsi tzipi ulrike uma
    ursula valentina valerie vanessa vera veronica vicki vicky victoria viktoria viola violet virginia
    vivian wanda wanjiru wendy whitney wilhelmina wilma winnie winona yasmin yolanda yuki yulia yvette
    yvonne zahra zainab zoe""".split()
)

GIVEN_NAMES: dict[str, Gender] = {
    **dict.fromkeys(sorted(HE - SHE), "he"),
    **dict.fromkeys(sorted(SHE - HE), "she"),
}

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
    "sri": "he", "seri": None, "puan": "she", "tuan": "he", "shrimati": "she",
}  # fmt: skip
RANKS = frozenset(
    """general major lieutenant colonel captain commander admiral rear brigadier sergeant marshal corporal
    private constable superintendent detective reverend monsignor alderman honourable vice-admiral""".split()
).union(FULL_TITLES, HONORIFICS) - {"king", "prince", "queen", "princess"}
"""Stand before a name and say no office."""
_OF_POLICE = frozenset("assistant chief deputy detective police senior special station".split())
COMPOUND_RANKS = dict.fromkeys(
    ("commissioner", "constable", "inspector", "sergeant", "superintendent"), _OF_POLICE
)
"""Ranks of police with the words that go before them: `detective constable` says what its bearer is."""
INITIAL_OFFICES = frozenset(
    "PM DPM TD MLA MNA MPA MLC MSP CM FM CS PS AG IGP DIG SSP COAS CJI CJP CFO COO CTO".split()
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
OFFICE_PREFIXES = frozenset("co ex vice deputy sub assistant then joint".split())
"""Stand with a hyphen before an office: `co-author`."""
OFFICES = frozenset(
    """accused adviser advisor aide ambassador analyst applicant archbishop assistant attorney aunt barrister
    bishop boss boy brother caller captain ceo chair chairman chairperson chairwoman chancellor chief client
    coach colleague commander commissioner complainant constable consul coroner counsel customer daughter dean
    defendant deputy detective director doctor driver editor envoy executive expert father friend general girl
    governor grandfather grandmother guard head headteacher host husband inspector inspector judge justice king
    landlord lawyer magistrate man manager marshal mayor member minister mother neighbor neighbour
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
