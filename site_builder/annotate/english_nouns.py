"""English nouns for those who speak: persons, bodies, companies, and what they may be called instead."""

from __future__ import annotations

FORUMS = frozenset(
    """court jury inquiry enquiry tribunal committee inquest hearing trial panel jurors magistrates
    parliament""".split()
)
PERSON_NOUNS = frozenset(
    """academic accountant activist actor actress admiral adviser advisor aide alderman ambassador analyst
    archaeologist archbishop artist assistant astronaut athlete attorney aunt author backbencher baker
    banker barrister bartender bassist billionaire biographer biologist bishop blogger boss boxer boy
    boyfriend bricklayer broker brother businessman businesswoman bystander caller campaigner candidate
    captain cardinal carer caretaker ceo chair chairman chairperson chairwoman chancellor chaplain chef
    chemist chief chieftain cleric clerk clinician coach colleague colonel columnist comedian commander
    commentator commissioner complainant composer conductor congressman congresswoman constable
    consultant contractor coordinator cop coroner correspondent councillor councilor councilman councilwoman
    counsel cricketer critic curator cyclist dad dancer daughter deacon dean defendant defender
    delegate democrat dentist deputy designer detective developer diplomat director doctor dramatist
    driver economist editor electrician emir emperor empress engineer entrepreneur envoy executive
    expert eyewitness farmer father filmmaker firefighter fisherman footballer founder friend gardener
    general girl girlfriend goalkeeper golfer governor grandfather grandmother guard guitarist
    harbourmaster head headmaster headmistress headteacher historian host husband imam inmate insider
    inspector instructor inventor investigator investor islander jockey journalist judge juror justice
    king landlord landowner lawmaker lawyer leader lecturer legislator librarian lieutenant magistrate
    major man manager marshal mayor mechanic member mep midfielder midwife millionaire minister mom
    monitor monk mother motorist mp mum musician neighbor neighbour nephew neurosurgeon newsman niece
    nominee novelist nun nurse observer officer official ombudsman operative organiser organizer owner
    paramedic parent participant partner passenger pastor pathologist patient pensioner person
    pharmacist photographer physician physicist pilot player playwright plumber poet police policeman
    policewoman politician pollster pope postman potter predecessor premier presenter president priest
    prince princess principal producer professor proprietor prosecutor protester psychiatrist
    psychologist publicist publisher quarterback queen rabbi ranger refugee reporter representative
    republican researcher resident resistance restaurateur retiree sailor salesman scholar schoolboy
    schoolgirl scientist screenwriter sculptor secretary senator sergeant shareholder sheriff
    shopkeeper singer sister skipper soldier solicitor son source speaker specialist spokesman
    spokesperson spokeswoman staffer stepfather stepmother strategist striker student successor sultan
    supervisor supporter surgeon survivor suspect teacher technician teen teenager tenant theologian
    therapist trader trainer treasurer trustee tutor uncle undersecretary vet veteran vicar victim
    viewer villager violinist voter waiter waitress warden whistleblower widow widower wife winger
    winner witness woman worker writer youngster diver pedestrian shopper
    archivist broadcaster forecaster grocer hairdresser lifeguard rower sprinter surveyor swimmer
    veterinarian welder
    batsman batter bowler pundit referee substitute umpire wicketkeeper
    ace briton champ champion dane dutchman englishman finn frenchman irishman master pal scot scotsman
    spaniard swede welshman
    administrator anthropologist architect astronomer ayatollah bailiff captive civilian climatologist conscript
    conservationist cousin demonstrator detainee dissident ecologist environmentalist epidemiologist
    evacuee fighter gendarme geologist guerrilla gunman hostage insurgent jihadist marine
    mathematician medic meteorologist migrant militant militiaman mufti ombudswoman
    paratrooper patriarch philosopher prefect prisoner provost rebel rector registrar relative
    rescuer reservist seismologist separatist serviceman servicewoman sheikh tourist sociologist
    statistician superintendent virologist volunteer""".split()
)
BODY_NOUNS = frozenset(
    """academy administration agency airline alliance army article assembly association authority bank bloc
    board book branch brewer brigade broadcaster bureau cabinet campaign carmaker center centre chain chamber
    charity church city club coalition college command commission committee company complaint
    confederation conference congress consortium constabulary corporation council country court defence
    defense department directorate document email embassy family federation firm force forces forum foundation
    front fund government group hospital house indictment institute institution insurer intelligence
    kremlin lawsuit league legislature lender letter magazine maker manufacturer media memo military ministry
    mission monitor movement museum nation navy network newspaper observatory office operator
    opposition organisation organization outlet paper parliament party patrol pentagon police poll post
    presidency programme prosecution regime regiment regulator report retailer school secretariat senate service
    site society staff startup statement station study supermarket survey team television times trade
    transcript treasury tribunal trust tweet union university watch watchdog website
    airport battalion caucus cooperative diocese division faction gendarmerie governorate headquarters junta
    militia municipality patriarchate prefecture refinery registry syndicate utility""".split()
)
CORPS = {"guard": frozenset("border civil coast frontier home national presidential revolutionary".split())}
DEPARTMENTS = frozenset(
    """administration agency alliance association authority board bureau centre center commission committee
    conference council department directorate executive federation foundation fund inspectorate institute
    ministry network office organisation organization partnership service society trust union""".split()
)
BODY_PURPOSES = frozenset(
    """affairs agriculture appeal appeals armed attorney’s central chamber city commerce constitutional
    county criminal crown culture customs defence defense district economic economy education election
    electoral emergencies emergency energy environment environmental exterior external federal finance fire
    fisheries foreign general health high home housing industry information interior internal international
    investigative justice labor labour local lower mayor’s municipal national people’s planning port president’s
    presidential press prime prosecutor’s provincial public regional research revenue rights safety science
    security social staff state supreme tax town trade transport transportation treasury upper veterans
    water welfare works""".split()
)
"""Say what a body is for, or of what it is, and not whose it is."""
COMPANY_NOUNS = frozenset(
    """company firm corporation airline bank brewer broadcaster carmaker chain charity club developer group
    insurer lender maker manufacturer operator organisation organization retailer startup supermarket""".split()
)
GENERIC = {
    "agency": "agency administration bureau service programme fund",
    "regulator": "regulator administration authority commission agency office",
    "watchdog": "watchdog regulator administration authority commission agency inspectorate office",
    "group": "group organization organisation forum union association coalition alliance front movement "
    "network foundation society council committee campaign watch observatory forces army militia brigade "
    "brigades faction",
    "organization": "organization organisation group forum union association foundation network watch "
    "observatory",
    "organisation": "organization organisation group forum union association foundation network watch "
    "observatory",
    "militia": "militia forces front army brigade brigades movement",
    "movement": "movement front party",
    "monitor": "monitor observatory watch mission",
    "charity": "charity trust foundation society fund",
    "force": "force forces police constabulary guard",
    "department": "department ministry",
    "school": "school academy college",
    "club": "club rovers united city town athletic wanderers albion rangers fc",
    "team": "team rovers united city town athletic wanderers albion rangers fc club",
    "airline": "airline airlines airways air",
    "carmaker": "carmaker motors",
    "lender": "lender bank",
    "newspaper": "newspaper times post news daily herald guardian telegraph tribune journal gazette courier "
    "echo mail chronicle star observer",
    "paper": "newspaper times post news daily herald guardian telegraph tribune journal gazette courier "
    "echo mail chronicle star observer",
    "centre": "centre center",
    "center": "centre center",
    "mother": "mother mum mom",
    "father": "father dad",
    "mp": "mp backbencher parliamentarian",
    "backbencher": "backbencher mp",
    "lawmaker": "lawmaker mp mep senator representative congressman congresswoman",
    "politician": "politician mp mep senator representative congressman congresswoman councillor councilor",
    "congressman": "congressman representative",
    "congresswoman": "congresswoman representative",
    "head": "head headteacher headmaster headmistress chief",
    "teacher": "teacher headteacher headmaster headmistress",
    "boss": "boss manager chief",
    "manager": "manager boss coach",
    "coach": "coach manager boss",
    "skipper": "skipper captain",
    "lawyer": "lawyer attorney solicitor barrister counsel advocate",
    "attorney": "attorney lawyer",
    "officer": "officer constable sergeant inspector detective superintendent",
    "detective": "detective constable sergeant inspector superintendent",
    "academic": "academic professor lecturer researcher",
    "doctor": "doctor physician surgeon",
    "envoy": "envoy ambassador",
    "diplomat": "diplomat ambassador envoy",
    "chief": "chief ceo head boss",
    "ceo": "ceo chief executive",
    "leader": "leader head chief boss",
}
"""A noun, and what those to whom it may go back are called themselves."""
COMPANY_WORDS = frozenset(
    """inc inc. ltd ltd. llc plc corp corp. co co. gmbh group holdings foods motors airlines airways industries
    technologies pharmaceuticals enterprises laboratories systems breweries railways news
    international""".split()
)
GENERIC_NOUNS = {
    **dict.fromkeys(sorted(COMPANY_NOUNS), COMPANY_NOUNS | COMPANY_WORDS),
    **{noun: frozenset(words.split()) for noun, words in GENERIC.items()},
}


def plural_of(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


SINGULARS = {plural_of(noun): noun for noun in sorted(PERSON_NOUNS)}
