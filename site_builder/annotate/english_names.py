"""Given names and the pronoun that goes with them, from many countries; ranks, forms of address and letters.

A name in both lists goes with either pronoun, and tells none.
"""

from __future__ import annotations

from site_builder.annotate.language import Gender

HE = frozenset(
    """aaron abdel abdul abdulaziz abdulla abdullah abdulrahman abhijit abraham achim adam adebayo adnan
    adrian agus ahmad ahmed ahmet ajay akbar akhil akinwumi akira alain alan alassane albert alberto
    albin alejandro aleksandar aleksandr aleksei alessandro alexander alexandre alexandros alexei
    alfonso alfred alfredo ali aliaksandr alisher allan alois alvaro amadou ambrose amir amit ammar
    amos anand anatolii anatoliy anatoly anders andre andreas andrei andrej andres andrew andrii
    andriy andrzej andré andrés angelos angus anibal anil antal ante anthony antoine anton antonio
    antony anwar aristide arjun armando armin arne arnold arseniy artem arthur arturo artyom arvid
    ashok ashraf asif atif attila augusto austin axel ayman aziz babacar bakary balazs baltasar
    barack barry bartosz bashar bashir basil bassam bastian behrouz bela ben benigno benjamin
    bernard bernardo bernie bertrand bharat bilal bilawal bill billy bjorn björn boaz bob bobby
    bogdan bohdan bojan boniface boris borut boyko brad bradley brandon branko brendan brent brett
    brian bruce bruno bryan bryce burak byron calvin carl carles carlo carlos casimir cem cesar
    chaim charles charlie cheikh chris christian christoph christophe christopher christos chuck
    chukwuma claude claudio claus clive colin connor constantin constantine corey cornelius cosmin
    costas craig cristian cristobal csaba curtis cyprian cyril damian damien dan daniel danilo danny
    dariusz darren dave david davit davor dawid dean dejan denis dennis denys derek devendra
    dharmendra didier diego dieter dieudonné dilip dimitar dimitri dimitris dinesh diogo dirk dmitri
    dmitry dmytro domingo dominic don donald doug douglas dragan dusan dylan eamon eamonn earl
    eberhard ed eddie edgar edgars edin edmond edmund edouard eduard eduardo edward edwin efraim
    egor ehsan ehud einar ekrem eli elias elijah emil emile emilio emir emmanuel emre enda enrico
    enrique enver enzo ephraim ercan eric erik ernest ernesto ernst erwan esteban ethan etienne
    eugene eugenio evan evangelos evgeny ezekiel fabian fabio fabrice fahad faisal farid faris fateh
    federico felipe felix ferdinand fergus fernand fernando fikret filip florian folke fouad
    francesco francis francisco francois frank franz françois fred frederic frederick frederik
    fredrik friedrich fritz gabor gaetano ganesh gareth gary gaspard gaston gavin gavriil gebhard
    geert genaro gennady geoff geoffrey georg george georges georgi georgios georgy gerald gerard
    gerardo gerhard germán ghassan giacomo gianni gilbert gilberto gilles giorgi giorgio giovanni
    girish giuseppe glen glenn gopal goran gordan gordon graham greg gregory grigory guido guillermo
    gunter gustavo guy gyula göran günter habib haider hakan hakeem hamed hameed hamid hamza hanif
    hannes hans harold harry haruhiko haruki harvey hasan hashim hassan hassane hatem hector heiko
    heinrich heinz helge helmut henning henri henrik henry herbert heriberto herman hernan hervé
    hichem hiram hiroshi hisham horst hovik howard hubert hugh hugo hugues humberto husam husein
    hussein ian ibrahim ibrahima idris ignacio igor igors ihor ikechukwu iker ilham ilias ilya imran
    imre ingvar ioannis iqbal irakli isaac isidro ismael ismail issa istvan itamar ivan ivaylo ivica
    ivo jaap jacek jack jacob jacques jaime jake jakob jakub jalal jamal james jamie jan janez janos
    janusz jared jari jaroslav jaroslaw jarosław jason javier jay jean jeb jeff jeffrey jens jeremy
    jeroen jerome jerry jerzy jesse jesus jim jimmy jiri joachim joao joaquin jochen joe joel johan
    johann johannes john johnny jokin jon jonah jonas jonathan joop jordan jorge jorma jose josef
    josep joseph josh joshua josip josé jozef juan juha juhani jukka julian julien julio julius juma
    jurgen jussi justin jürgen kailash kamal karim karl kaspar kazimierz keir keith kemal ken kenan
    kenji kenneth kerem kevin khaled khalid khalil kiran kirill kjell klaus kofi konstantin kostas
    krishna krzysztof kurt kwame kyle kyriakos lance larry lars laszlo laurent lawrence lech lee
    leif len leo leon leonard leonardo leonid leopold leroy leszek levan levon lewis liam lionel
    lloyd lluis logan lorenz lorenzo lothar louis lubomir luc luca lucas luciano ludovic ludwig
    luigi luis luiz lukas lukasz luke lyubomir maciej magnus mahmud maksim maksym malcolm malik
    manfred manoj manuel marat marc marcel marcelo marcin marco marcos marcus marek mariano marijan
    mario marius mark markku marko markus marlon maroun martin martti marty marvin marwan massimo
    mateo mateusz mathew mathias mathieu matias matt matteo matthew matthias matti matus maurice
    mauricio maurizio max maxim maxime mehdi mehmet metin michael michal michał michel mickael
    miguel mihai mihail mikael mike mikhail mikko miklos milan milo milorad milos miloš mirko miro
    miroslav mitch mitt mladen moez mohamad mohamed mohammad mohammed mohsen moisés morten moshe
    mounir mourad moussa muhammad mukesh murat musa mustafa mykhailo mykola nabil nader narendra
    naser nasser nathan nathaniel navjot nawaf nebojsa ned neil nelson nenad newt nicholas nick
    nicola nicolas niels nigel nikhil nikita niklas niko nikola nikolai nikolaj nikolaos nikolas
    nikolay nils nizar noah noam noel norbert norman noureddine nuno nuri ognjen olaf olav oleg oleh
    oleksandr oleksii oleksiy oliver olivier omar omer onur orlando osama oscar osman ottavio otto
    ousmane owen pablo panagiotis paolo pascal patrice patrick paul paulo pavel pavlo pavol pawel
    pawlo pedro pekka per percy perry petar pete peter petr petri petro petros petteri phil philip
    philippe pierre piet pieter pietro piotr prakash pranab prasad predrag quentin rafael rafal
    rafik rafiq raghu rahim rahul raimo rainer raj rajat rajendra rajesh rajib rajiv rakesh ralph
    ramesh ramiro ramon ramzan ramzi rand randy raoul raphael rashid raul ravi ray raymond recep
    reince reinhard renato rené reuven reza riad ricardo richard rick ricky rifat rinat risto riyad
    rob robert roberto rodney rodolfo rodrigo roel roger rohan rohit roland rolf romain roman romeo
    ron ronald rory ross rostam rostislav roy ruben rudolf rudolph rudy rui rupert rush ruslan
    russell rustam ryan ryszard rémi saad sabri sadiq saeed saif salah salim salman salvador
    salvatore sam sami samir samuel samuli sandeep sander sandor sanjay santiago sargis satish scott
    sean sebastian sebastien sebastián selcuk selim sergei sergey sergi sergii sergio serhii serhiy
    seth severin shafiq shahbaz shahid shahram shane sharif shaun shehbaz shimon shinji shinzo
    sidney sigmar simeon simon slavko slobodan sohail soren spencer srdjan staffan stan stanislav
    stanislaw stanisław stanley stavros stefan stefano steffen stepan stephen steve steven stewart
    stipe stuart stéphane sudhir suleiman suliman sunil suresh svein sven syed szymon søren tadeusz
    taha taisto takashi talal tamas tamim taras tarek tariq taro tarun ted teemu teodoro terrence
    terry thabo theo theodore theodoros thierry thomas thorsten tiago tibor tihomir tim timo timothy
    timur toby todd toivo tom tomas tomasz tomislav tommy tomáš tony toomas torbjorn torsten travis
    trevor tuncay tushar tyler uday udo uhuru ulf ulrich umar umberto umit uwe vaclav vadim vadym
    valdis valentin valery vasco vasil vasile vasily vasyl veikko vernon victor vijay vikas vikram
    viktor ville vinay vince vincent vincenzo vinod virgil vitali vitalii vitaliy vitaly vitold
    vivek vlad vladimir vladimír vladislav vlado vladyslav vojislav vojtech volker volodymyr václav
    waldemar walid walter warren waseem wayne werner wesley wieslaw wilfried wilhelm will willem
    william willie wojciech wolfgang xavier yakov yannick yannis yaroslav yasin yasir yasser yevgeny
    yevhen yiannis yitzhak yoav yogesh yoichi yossi yukio yuri yuriy yury yusuf yuval yves yvon
    zachary zafar zaher zbigniew zdenek zdravko zeljko zeynel zheng ziad zlatko zoltan zoran zvi
    zygmunt álvaro""".split()
)
SHE = frozenset(
    """abena abigail ada adele adriana agata agnes agnieszka agnès aicha aida aisha aisling ajla akiko alba
    aleksandra alena alenka alessandra alexandra alexis alice alicia alicja alina alison alla
    allison alma alya alyssa amal amanda amber amelia amelie amina aminata amira amrita amy ana
    anahita anastasia anastasiya anca andrea aneta angela angelika angelina angelique angélique
    anica aniko anita anja anjali ann anna annabel annalena anne anneli annemarie annette annie
    annika antje antonella antonia antonina anu anuradha aoife april arancha ariana arzu asha ashley
    aslı asma astrid asya audrey aung ava ayelet ayesha aylin aysel ayşe azadeh barbara barbora
    beata beate beatrice beatrix beatriz becky begoña bella benedetta berit bernadette beth bethany
    bettina betty beverly bianca birgit birgitta birgitte blanka bojana bozena branka brenda bridget
    brigitta brigitte britta brittany bronwen burcu camille candice carla carly carme carmela carmen
    carol carole carolina caroline carolyn cassandra catalina catarina catherine cathy cecilia
    celeste celia charlene charlotte chelsea cheryl chiara chioma chloe chloé christiane christina
    christine cindy cinzia claire clara clarisse claudia clémentine colleen concepción condoleezza
    connie consuelo corinna corinne cornelia cristina crystal cynthia cécile dagmar daisy dalia
    damla dana daniela daniele danielle danuta daria darya dawn deb debbie deborah debra deepa
    deirdre delphine denisa denise deniz desislava diana diane dianne dijana dilma dina dolores
    dominika donatella donna dora doris dorota dorothea dorothy dragana dunja ebru edit edita edith
    edyta eileen ekaterina elaine eleanor elena eleni eleonora elif elina elisa elisabet elisabeth
    elisabetta elise eliska elizabeth elke ella ellen elsa elvira elzbieta emilia emily emine emma
    erica erika erin erna ernestina erzsébet esma esperanza estelle esther eszter eugenia eva eve
    evelyn evgenia ewa fadia faith farah farida fatima fatma fatou fatoumata federica ferda feride
    fernanda fiona flavia flora florence franca frances francesca franziska françoise frederica
    freja gabriela gabriella gail galina gemma genoveva georgia georgina geraldine gertrud giada
    gina ginni ginny giovanna gisela giulia giuliana gizem gloria gordana grace grazia greta
    gretchen grete gro guadalupe gudrun gulnara gunilla gwen gwendoline habiba hadiza hala halina
    halyna hanan hanna hannah hannele harriet hatice heather heba hedwig heidi helen helena helene
    helga hella henrietta henriette hilary hilde hildegard hillary holly hope huda huma hélène ida
    ilaria ilona ilse imelda ines inga ingeborg ingrid inés inês ioana ioanna irena irene irina iris
    irma iryna isabel isabella isabelle isobel ivana ivanka iveta ivona iwona izabela jacinda jackie
    jacqueline jadranka jadwiga jamila jan jana jane janet janice jasmina jasmine jasna jean jeanette
    jelena jeltje jen jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi johanna
    jolanta josefina josephine jovana jowita joy joyce juana juanita judit judith judy julia juliana
    julie juliet julieta jutta kadri kaisa kaja kamala karen karima karin karina karla karolina
    katarina katarzyna kate katerina kateryna katharina katharine katherine kathleen kathryn kathy
    kati katia katie katja katri katrin katrina kay kayla keiko kellyanne kerry kersti khadija kim
    kimberly kinga kirsten kirsti kirstjen klara klaudia klára konstancja kornelia kristen kristiina
    kristin kristina krystyna ksenia kylie lalita lamia lara larisa larissa latifa latoya laura
    lauren laurie layla leena leila lena leni leonor leslie leticia leyla leïla liana lidia lidija
    liisa lila lilia lilian liliana lillian lily lina linda lindsay lisa liudmila liudmyla liv liz
    ljiljana loredana lorena loretta lori lorraine louise lubna lucia luciana lucie lucy lucyna
    lucía ludmila luisa luísa lydia lynn lynne lyudmila lyudmyla lütfiye maarit madeleine madeline
    madison magda magdalena magdolna maggie maia maija maja malala malgorzata malia manal mandy
    manuela mara marcela marcia margaret margareta margarete margarita margherita margit margot marguerite
    margrethe maria mariam mariama marian mariana mariangela marianne marie mariella mariia marija
    marijana marika marilena marilyn marina marine marion marisa marisol maristella mariya marjan
    marjorie marleen marlene marlène marta martha martina martine marwa mary maryam maryana maryia
    maryna marzena maría matilda matilde maureen maxine maya małgorzata mechthild meera megan meghan
    megyn meherun melania melanie melike melinda melissa meltem mercedes meredith meryem mette mia
    michaela michele michelle mihaela mildred milena milica mina mira miranda mireille miriam
    mirjana mirka mirosława moira molly mona monica monika monique montserrat munira muriel myra
    mónica nada nadezhda nadia nadine nadiya naima naledi nancy naoko naomi natacha natalia natalie
    nataliia natalija nataliya natalya natasa natasha nathalie nawal nazlı neelam neha nermin nevena
    nezha ngozi nia niamh nicola nicole nicoleta nigar nikki nikoleta nilüfer nina nino noor nora
    norma noura nuray nuria nurit nurul odette odile oksana olena olesya olga olha olivia oluwaseun
    omolola ornella ottilie paige paloma pamela paola patricia patrizia patty paula pauline peggy
    pelin penelope penny perihan pernille petra petya phyllis pia pilar pippa pirkko piroska polly
    pooja priscilla priti priya priyanka quỳnh rachel raffaella rahel raisa ramona rania ranjana
    raquel rasa rasha razia rebecca rebeka reem regina reka rekha renata renate renee reyhan rhonda
    rima rita roberta robin romana romina rosa rosalba rosalie rosalind rosanna rosario rose
    rosemary roxanne roya roza ruta ruth ruzica rūta sabina sabine sabrina sahar saida saima sally
    salma samantha samia samira sandra sanja sanna sara sarah sasha saskia selena selma semra serap
    serena sevgi sevil shabana shahida shaista shannon sharmila sharon shauna shazia sheila shelley
    sheryl shireen shirin shirley sigrid siham silke silvana silvia simona simone simonetta sinem
    siobhan siri sirpa slavica smriti snezana sofia sofie soile solange soledad solveig sonia sonja
    sophia sophie soraya sorcha stacey stacy stefania stefanie steffi stella stephanie stéphanie
    suad sue sumaya sunita susan susana susanna susanne sushma suzana suzanne svetlana sviatlana
    svitlana swati sylvia sylvie szilvia tabitha taina tamara tammy tania tanya tara tatiana tatjana
    tatyana teodora teresa tereza tetiana theresa tiffany tiina tina tine toni tove tracey tracy
    trine tuba tuija tulsi tuula tzipi ulla ulrika ulrike uma ursula uta valentina valeria valerie
    valérie vandana vanessa vanja vasiliki vera verica veronica veronika vesna vibeke vicki vicky
    victoria viktoria viola violet violeta virginia virginie vivian viviane véronique waltraud wanda
    wangari wanjiru wendy whitney wiesława wilhelmina wilma winnie winona yael yana yasmin yasmina
    yekaterina yelena yesim yevgenia yingluck yoko yolanda yuki yulia yuliya yumi yuriko yvette
    yvonne zahra zainab zana zdenka zehra zeynep zinaida zita zoe zofia zohra zsuzsanna zuzana özlem""".split()
)

GIVEN_NAMES: dict[str, Gender | None] = {
    **dict.fromkeys(sorted(HE - SHE), "he"),
    **dict.fromkeys(sorted(SHE - HE), "she"),
    **dict.fromkeys(sorted(HE & SHE)),
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
COMPOUND_RANKS = {
    **dict.fromkeys(("commissioner", "constable", "inspector", "sergeant", "superintendent"), _OF_POLICE),
    "commander": frozenset("army border brigade guerrilla insurgent militant militia rebel separatist".split()),
}
"""Ranks with the words that go before them: `detective constable`, `rebel commander` tell what somebody is."""
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
