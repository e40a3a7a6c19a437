"""English nouns for those who speak: persons, bodies, companies, and what they may be called instead."""

from __future__ import annotations

FORUMS = frozenset(
    """court jury inquiry enquiry tribunal committee inquest hearing trial panel jurors magistrates
    parliament""".split()
)
PERSON_NOUNS = frozenset(
    """academic accountant ace activist actor actress administrator admiral adolescent adult adviser
    advisor aide airman alderman ambassador amputee analyst anarchist anthropologist appraiser arbiter
    arbitrator archaeologist archbishop architect archivist arsonist artist assailant assessor assistant
    astronaut astronomer athlete attacker attorney auditor aunt author ayatollah baby backbencher
    bailiff baker banker barrister bartender bassist batsman batter beekeeper bellboy benefactor biker
    billionaire biographer biologist bishop blogger bombardier bomber bookkeeper boss bowler boxer boy
    boyfriend bricklayer briton broadcaster broker brother burglar bursar businessman businesswoman
    butcher buyer bystander cadet caller cameraman camerawoman campaigner camper candidate captain
    captive captor cardinal carer caretaker carpenter cartoonist cashier casualty centenarian ceo chair
    chairman chairperson chairwoman champ champion chancellor chaplain chef chemist chief chieftain
    child citizen civilian classmate cleaner cleric clerk client climatologist climber clinician coach
    colleague colonel columnist comedian commander commando commentator commissioner communist commuter
    companion complainant composer comrade concierge conductor congressman congresswoman conscript
    conservationist constable consul consultant consumer contractor convict coordinator cop coroner
    correspondent councillor councilman councilor councilwoman counsel counsellor counselor cousin
    coworker cricketer critic curator customer cyclist dad dancer dane daughter deacon dealer dean
    defector defendant defender delegate democrat demonstrator dentist deputy deserter designer detainee
    detective developer diplomat director dissident diver docker doctor donor dramatist driver dutchman
    ecologist economist editor elder electrician emigrant emir emperor empress engineer englishman
    entrepreneur environmentalist envoy epidemiologist essayist evacuee examiner executive exile expat
    expatriate expert extremist eyewitness fan farmer father fiance fiancé fiancée fighter filmmaker
    financier finn firefighter fisherman flatmate footballer forecaster founder frenchman friend
    frontman fugitive gardener gendarme general geologist girl girlfriend goalkeeper godfather godmother
    golfer governor graduate grandchild granddaughter grandfather grandmother grandson grocer guard
    guerrilla guest guitarist gunman gunner hairdresser harbourmaster hawker head headmaster
    headmistress headteacher herder hero heroine hijacker hiker historian homeowner hooligan host
    hostage householder husband illustrator imam immigrant infant informant informer inmate insider
    inspector instructor insurgent interpreter inventor investigator investor invigilator irishman
    islamist islander jailer janitor jihadi jihadist jockey jogger journalist judge juror justice kid
    kidnapper killer king landlady landlord landowner lawmaker lawyer leader lecturer legislator
    librarian lieutenant lifeguard linesman listener lobbyist looter lover loyalist magistrate magnate
    major man manager marcher marine marshal martyr mason master mathematician mayor mechanic mediator
    medic member mep merchant meteorologist midfielder midwife migrant militant militiaman millionaire
    miner minister moderator mogul mom monarchist monitor monk mother motorcyclist motorist mountaineer
    mp mufti mum musician mutineer nationalist navigator negotiator neighbor neighbour nephew
    neurosurgeon newsman niece nominee notary novelist nun nurse observer officer official oligarch
    ombudsman ombudswoman onlooker operative organiser organizer orphan owner painter pal paralegal
    paramedic paratrooper parent parolee participant partner passenger passerby pastor pathologist
    patient patriarch peddler pedestrian pensioner person pharmacist philanthropist philosopher
    photographer physician physicist pilot player playwright plumber poet police policeman policewoman
    politician pollster pope postgraduate postman potter predecessor prefect premier presenter president
    priest prince princess principal prisoner producer professor proprietor prosecutor protester
    protestor provost psychiatrist psychologist publicist publisher pundit pupil purser quarterback
    quartermaster queen rabbi rancher ranger rapporteur reader rebel receptionist rector referee refugee
    registrar relative reporter representative republican rescuer researcher reservist resident
    resistance restaurateur retiree rioter robber roofer roommate rower royalist runner sailor salesman
    sapper satirist scholar schoolboy schoolgirl scientist scot scotsman screenwriter sculptor seaman
    secretary seismologist seller senator separatist sergeant serviceman servicewoman shareholder sheikh
    shepherd sheriff shooter shopkeeper shopper signalman singer sister skier skipper smuggler sniper
    socialist sociologist soldier solicitor son source spaniard speaker specialist spectator speculator
    spokesman spokesperson spokeswoman spouse sprinter spy squatter staffer statistician stepdaughter
    stepfather stepmother stepson stevedore steward stewardess stockbroker stowaway strategist striker
    student submariner subscriber substitute successor sufferer sultan superintendent supervisor
    supporter surfer surgeon surveyor survivor suspect swede swimmer tailor taxpayer teacher technician
    teen teenager tenant terrorist theologian therapist thief toddler tourist trader trafficker trainer
    traitor translator traveler traveller treasurer trooper trucker trustee turncoat tutor tycoon typist
    umpire uncle undergraduate undersecretary unionist vandal vendor vet veteran veterinarian vicar
    victim viewer vigilante villager vintner violinist virologist visitor vlogger volunteer voter waiter
    waitress walker warden warder warlord welder welshman whistleblower wicketkeeper widow widower wife
    winemaker winger winner witness woman worker writer youngster youtuber""".split()
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
    "officer": "officer constable sergeant inspector detective superintendent lieutenant captain major colonel "
    "general commander admiral",
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
