"""Given names from many countries, and the pronoun that goes with them.

A name in both lists goes with either pronoun, and tells none.
"""

from __future__ import annotations

from site_builder.annotate.language import Gender

HE = frozenset(
    """aaron abbas abdallah abdel abdelaziz abdelfattah abdelhamid abdelkader abdelkarim abdelmalek
    abderrahmane abdou abdoulaye abdul abdulaziz abdulhamid abdulkadir abdulkarim abdulla abdullah
    abdulmalik abdulqadir abdulrahman abdulsalam abdurrahman abhijit abiy abraham achim adam adama
    adebayo adel adham adnan adrian agus ahmad ahmadou ahmed ahmet aiman ajay akbar akhil akif akinwumi
    akira akram alaa alain alan alassane albert alberto albin alejandro aleksandar aleksander aleksandr
    aleksei aleksey alessandro alexander alexandre alexandros alexei alexey alfonso alfred alfredo
    alhassan ali aliaksandr alim aliou alioune alisher allan alois altaf alvaro amadi amadou amal
    amanuel ambrose ameer amer amin amir amit ammar amos amr anand anas anatolii anatoliy anatoly anders
    andre andrea andreas andrei andrej andres andrew andrey andrii andriy andrzej andré andrés angelos
    angus anibal anil anis anouar antal ante anthony antoine anton antonio antony anwar arif aristide
    arjun arkady arman armando armen armin arne arnold arsen arseniy artem arthur artur arturo artyom
    arvid asad asghar ashley ashok ashot ashraf asif askar aslan assefa atef atif attila august augusto austin
    avraham awad axel ayman ayoub ayub azam azamat aziz babacar baha bahadur bahram bakary bakhtiyar
    balazs baltasar barack barham barry bartosz barzan bashar bashir basil basim bassam bastian bayram
    behnam behrouz bekele bela ben benigno benjamin berhanu bernard bernardo bernie bertrand besnik
    bharat bilal bilawal bill billy bislan bjorn björn bo boaz bob bobby bogdan bohdan bojan boniface boris
    borut boubacar boyko brad bradley brahim brandon branko brendan brent brett brian bruce bruno bryan
    bryce bukar burak burhan byron calvin camille carl carles carlo carlos casimir cem cesar chaim
    charles charlie cheikh cherif chidi chinedu chris christian christoph christophe christopher
    christos chuck chukwu chukwuma claude claudio claus clive colin connor constantin constantine corey
    cornelius cosmin costas craig cristian cristobal csaba curtis cyprian cyril dagvadorj damian damien
    dan dana daniel danilo danny daoud dariusz darren daud dave david davit davor dawid dawit dean dejan
    dejen demba denis dennis denys derek devendra dhaher dharmendra didier diego dieter dieudonné dilip
    dimitar dimitri dimitris dinesh diogo dirk dmitri dmitry dmytro domingo dominic don donald doug
    douglas dragan dragoslav driss dursun dusan dylan eamon eamonn earl eberhard ed eddie edgar edgars
    edin edmond edmund edouard eduard eduardo edward edwin efraim egor ehsan ehud einar ekrem elchin
    eldar elhadj eli elias elijah elmar elnur emad emil emile emilio emin emir emmanouil emmanuel emre
    enda enes enrico enrique enver enzo ephraim ercan erdal eric erik ernest ernesto ernst erwan
    eskinder essam esteban ethan etienne etim eugene eugenio evan evangelos evelyn evgeny eyad ezekiel
    ezzat fabian fabio fabrice fadel fadi fadil fahad fahd faisal faiz fakhri farhad farhan farid faris
    farouk farrukh fateh fathi fawaz fawzi fayez fazal federico felipe felix ferdinand fergus ferhat
    fernand fernando fikret fikri filip florian folke fouad francesco francis francisco francois frank
    franz françois fred frederic frederick frederik fredrik friedrich fritz fuad gabor gaetano gamal
    ganesh gareth gary gaspard gaston gavin gavriil gebhard geert genaro gennady geoff geoffrey georg
    george georges georgi georgios georgy gerald gerard gerardo gerhard germán ghaith ghassan ghazi
    ghulam giacomo gianni gilbert gilberto gilles giorgi giorgio giovanni girish giuseppe glen glenn
    gopal goran gordan gordon graham greg gregory grigory guido guillermo gulbuddin gunter gustavo guy
    gyula göran günter habib habibullah hadi haidar haider haile haitham hakan hakeem hakim halil hamad
    hamdan hamdi hamdullah hamed hameed hameedullah hamid hammad hamza hani hanif hannes hans harold
    haroon haroun harry haruhiko haruki haruna harvey hasan hashem hashim hassan hassane hatem hazem
    hector hedi heiko heinrich heinz helge helmut henning henri henrik henry herbert heriberto herman
    hernan hervé heydar hicham hichem hikmat hiram hiroshi hisham horst hossam hossein houssein hovik
    howard hubert hugh hugo hugues humayun humberto husam husayn husein hussain hussam hussein hüseyin
    ian ibrahim ibrahima idris idriss ignacio igor igors ihor ihsan ikechukwu iker ikram ilham ilias
    ilir ilya ilyas imad imran imre inam ingvar ioannis iqbal irakli irfan isa isaac isaias isam isidro
    iskandar ismael ismail issa issam istvan itamar ivan ivaylo ivica ivo iyad jaafar jaap jabbar jaber
    jabir jacek jack jackie jacob jacques jafar jaime jake jakob jakub jalal jaleel jamal james jamie
    jamil jamshid jan janez janos janusz jared jari jaroslav jaroslaw jarosław jason javier jawad jay
    jean jeb jeff jeffrey jens jeremy jeroen jerome jerry jerzy jesse jesus jibril jim jimmy jiri
    joachim joao joaquin jochen joe joel johan johann johannes john johnny jokin jon jonah jonas
    jonathan joop jordan jorge jorma jose josef josep joseph josh joshua josip josé jozef juan juha
    juhani jukka julian julien julio julius juma junaid jurgen jussi justin jürgen kailash kamal kamel
    kamil karim karl kaspar kassem kassim kazem kazimierz keir keith kemal ken kenan kenji kenneth kerem
    kerry kevin khaled khalid khalil khurram khurshid kim kiran kiril kirill kjell klaus kofi konstantin
    kostas kostiantyn krishna krzysztof kudrat kurt kwame kyaw kyle kyriakos laith lamin lance larry
    lars laszlo latif laurent lawrence lech lee leif len leo leon leonard leonardo leonid leopold leroy
    leslie leszek levan levon lewis liam lindsay lionel lloyd lluis logan lorenz lorenzo lotfi lothar
    louis luan lubomir luc luca lucas luciano ludovic ludwig luigi luis luiz lukas lukasz luke lutfi
    lynn lyubomir maciej maged magnus mahdi maher mahmood mahmoud mahmud majdi majed majid maksim maksym
    malcolm malek malik mamadou manfred manoj mansoor mansour mansur manuel marat marc marcel marcelo
    marcin marco marcos marcus marek mariano marijan mario marion marius mark markku marko markus marlon
    maroun martin martti marty marvin marwan masood masoud massimo massoud mateo mateusz mathew mathias
    mathieu matias matt matteo matthew matthias matti matus maurice mauricio maurizio max maxim maxime
    mazen mehdi mehmet mesfin metin michael michal michał michel michele mickael midhat miguel mihai
    mihail mikael mike mikhail mikheil mikko miklos milan milo milorad milos miloš mirko miro miroslav
    mirza mitch mitt mladen moez mohamad mohamed mohammad mohammed mohsen mohsin moisés moncef morten
    moshe mounir mourad moussa muhammad muhammadu muhsin mukesh mukhtar munir murad murat musa mustafa
    mustapha muthanna mykhailo mykola nabil nader nadim nadir naim naji najib narendra naser nasir
    nasser nathan nathaniel navjot nawaf nawaz nazim nebojsa necmettin ned neil nelson nenad newt
    nicholas nick nicola nicolas nidal niels nigel nihad nikhil nikita niklas niko nikola nikolai
    nikolaj nikolaos nikolas nikolay nils nizar noah noam noel noor norbert norman nour noureddine nouri
    numan nuno nuri nurlan oday ognjen olaf olav oleg oleh oleksandr oleksii oleksiy olexandr oliver
    olivier olzhas omar omer onur orhan orlando osama oscar osman othman ottavio otto oumar ousmane owen
    pablo panagiotis paolo pascal patrice patrick paul paulo pavel pavlo pavol pawel pawlo pedro pekka
    per percy perry petar pete peter petr petri petro petros petteri phil philip philippe pierre piet
    pieter pietro piotr prakash pranab prasad predrag qais qasem qasim quentin raad rached rachid radwan
    rafael rafal rafik rafiq raghu rahim rahul raif raimo rainer raj rajab rajat rajendra rajesh rajib
    rajiv rakan rakesh ralph ramesh rami ramil ramiro ramon ramzan ramzi rand randy raoul raphael rashad
    rasheed rashid rasul rauf raul ravi ray raymond recep redouane reince reinhard renato rené reuven
    reza riad ricardo richard rick ricky rida rifat rinat risto riyad rizwan rob robert roberto robin
    rodney rodolfo rodrigo roel roger rohan rohit roland rolf romain roman romeo ron ronald rory ross
    rostam rostislav rostyslav roy ruben rudolf rudolph rudy rui rupert rush ruslan russell rustam ryan
    ryszard rémi saad saadi sabri saddam sadiq saeed safwan saif sajid salah saleh salih salim salman
    salva salvador salvatore sam sameh sami samir samuel samuli sandeep sander sandor sanjar sanjay
    santiago sardar sarfraz sargis sasha satish sayed sayyid scott sean sebastian sebastien sebastián
    seif selahattin selcuk selim semyon sergei sergey sergi sergii sergio serhii serhiy seth severin
    shafiq shahbaz shahid shahram shakir shamil shane shannon sharif shaun shavkat shehbaz shehzad
    sherzod shimon shinji shinzo siddiq sidney sigmar simeon simon simone slavko slobodan sohail soren
    soumaila spencer srdjan staffan stan stanislav stanislaw stanisław stanley stavros stefan stefano
    steffen stepan stephen steve steven stewart stipe stuart stéphane subhi sudhir sulaiman suleiman
    suliman sunil suresh svein sven sviatoslav syed szymon søren süleyman tadeusz taha taher tahir
    taisto takashi talal taleb talgat tamas tamim taras tarek tareq tariq taro tarun tawfiq tayyip ted
    teemu temur teodoro terrence terry tewolde thabit thabo thein theo theodore theodoros thierry thomas
    thorsten tiago tibor tihomir tim timo timothy timur toby todd tofik toivo tom tomas tomasz tomislav
    tommy tomáš tony toomas torbjorn torsten toufik tracy travis trevor tuncay tural turki tushar tyler
    uday udo uhuru uladzimir ulf ulrich umar umberto umit usman uwe vaclav vadim vadym valdis valentin
    valentyn valerii valeriy valery vasco vasil vasile vasily vasyl veikko vernon victor vijay vikas
    vikram viktor ville vinay vince vincent vincenzo vinod virgil vitali vitalii vitaliy vitaly vitold
    vivek vlad vladimir vladimír vladislav vlado vladyslav vojislav vojtech volker volodymyr vugar vusal
    vyacheslav václav wael wahid waldemar waleed walid walter warren waseem wasim wayne werner wesley
    wieslaw wilfried wilhelm will willem william willie wojciech wolfgang xavier yahya yakov yakub
    yannick yannis yaroslav yaser yasin yasir yasser yehia yevgeny yevhen yiannis yitzhak yoav yogesh
    yoichi yosef yossi yousef youssef yukio yuri yuriy yury yusuf yusup yuval yves yvon zachary zafar
    zaher zaid zakaria zakir zaur zayed zbigniew zdenek zdravko zeljko zeyad zeynel zheng ziad ziyad
    zlatko zohair zoltan zoran zubair zuhair zulfiqar zvi zygmunt álvaro""".split()
)
SHE = frozenset(
    """abeba abena abida abigail ada adele adila adriana afaf afra agata agnes agnieszka agnès ahlam
    aicha aida aigul aisha aisling aissatou ajla akiko alba aleksandra alena alenka alessandra alexandra
    alexis alia alice alicia alicja alina alison aliya alla allison alma almaz alya alyssa amal amanda
    amber amelia amelie amina aminata amira amna amrita amy ana anahit anahita anastasia anastasiya anca
    andrea aneta angela angelika angelina angelique angélique anica aniko anita anja anjali ann anna
    annabel annalena anne anneli annemarie annette annie annika antje antonella antonia antonina anu
    anuradha anzhela aoife april arancha ariana arwa arzu asha ashley asiya aslı asma asmaa astrid asya
    audrey aung ava awatif aya ayaan ayan ayelet ayesha aylin aynur ayse aysel aysha ayşe azadeh azeb
    aziza bahar balqis barbara barbora batool bayan beata beate beatrice beatrix beatriz becky begoña
    bella benedetta berit bernadette beth bethany bettina betty beverly bianca bilqis birgit birgitta
    birgitte bisan blanka bojana bozena branka brenda bridget brigitta brigitte britta brittany bronwen
    burcu bushra camille candice carla carly carme carmela carmen carol carole carolina caroline carolyn
    cassandra catalina catarina catherine cathy cecilia celeste celia charlene charlie charlotte chelsea
    cheryl chiara chimamanda chioma chloe chloé chris christiane christina christine cindy cinzia claire
    clara clarisse claude claudia clémentine colleen concepción condoleezza connie consuelo corinna
    corinne cornelia cristina crystal cynthia cécile dagmar daisy dalal dalia damla dana daniela daniele
    danielle danuta daria darya dawn deb debbie deborah debra deepa deirdre delphine denisa denise deniz
    desislava diana diane dianne dijana dilma dilnoza dina dinara dolores dominika donatella donna dora
    doris dorota dorothea dorothy dragana dua dunja ebru edit edita edith edyta eileen ekaterina elaine
    eleanor elena eleni eleonora elham elif elina elisa elisabet elisabeth elisabetta elise eliska
    elizabeth elke ella ellen elsa elvira elzbieta emilia emily emine emma erica erika erin erna
    ernestina erzsébet esma esperanza esra estelle esther eszter etenesh eugenia eva eve evelyn evgenia
    ewa fadia fadila fadwa faith faiza farah farida fariha farzana fatema faten fathia fathiya fatima
    fatimata fatma fatou fatoumata fawzia federica ferda fereshteh feride fernanda fidan fiona firdaws
    flavia flora florence franca frances francesca franziska françoise frederica freja gabriela
    gabriella gail galina gamar gemma genoveva georgia georgina geraldine gertrud ghada ghazal giada
    gina ginni ginny giovanna gisela giulia giuliana gizem gloria gordana grace grazia greta gretchen
    grete gro guadalupe gudrun gulnara gulnaz gulsum gunilla gwen gwendoline habiba hadeel hadiza hafsa
    hala haleh halima halimah halina halyna hamida hana hanaa hanadi hanan hanane hania haniya hanna
    hannah hannele harriet haseena hatice haya hayat heather heba hedwig heidi helen helena helene helga
    hella henrietta henriette hiba hilary hilde hildegard hillary hoda holly hope houda huda huma hélène
    ida ilaria ilona ilse imelda inaam inas ines inga ingeborg ingrid inna intisar inés inês ioana
    ioanna irena irene irina iris irma iryna isabel isabella isabelle isobel israa ivana ivanka iveta
    ivona iwona izabela jacinda jackie jacqueline jadranka jadwiga jamie jamila jan jana jane janet
    janice jasmina jasmine jasna jean jeanette jelena jeltje jen jenna jennifer jenny jessica jihan jill
    jo joan joanna joanne jocelyn jodi johanna jolanta josefina josephine jovana jowita joy joyce juana
    juanita judit judith judy julia juliana julie juliet julieta june jutta kadiatou kadija kadri kaisa kaja
    kalthoum kamala karen karima karin karina karla karolina katarina katarzyna kate katerina kateryna
    katharina katharine katherine kathleen kathryn kathy kati katia katie katja katri katrin katrina
    kawthar kay kayla keiko kellyanne kerry kersti khadidja khadija khadra khalida khawla kholoud
    khristina kim kimberly kinga kiran kirsten kirsti kirstjen klara klaudia klára konstancja kornelia
    kristen kristiina kristin kristina krystyna ksenia kylie lalita lamia lana lara larisa larissa
    larysa latifa latoya laura lauren laurie layan layla lee leena leila lena leni leonor lesia leslie
    leticia leyla leïla liana lidia lidija liisa lila lilia lilian liliana lillian lily lina linda
    lindsay lisa liudmila liudmyla liv liz ljiljana loredana lorena loretta lori lorraine louise lubna
    lucia luciana lucie lucy lucyna lucía ludmila luisa lujain luísa lydia lynn lynne lyudmila lyudmyla
    lütfiye maarit madeleine madeline madison magda magdalena magdolna maggie maha mahnaz maia maija
    maimouna maja malak malala malalai malgorzata malia manal mandy manuela mara marcela marcia margaret
    margareta margarete margarita margherita margit margot margrethe marguerite maria mariam mariama
    marian mariana mariangela marianne marie mariella mariia marija marijana marika marilena marilyn
    marina marine marion marisa marisol maristella mariya marjan marjorie marleen marlene marlène marta
    martha martina martine marwa mary maryam maryana maryia maryna marzena maría masha matilda matilde
    maureen mawahib maxine maya maysa maysoon małgorzata mechthild meera megan meghan megyn meherun
    mehwish melania melanie melike melinda melissa meltem meral mercedes meredith mervat meryem meseret
    mette mia michaela michele michelle mihaela mildred milena milica mina minaz mira miranda mireille
    miriam mirjana mirka mirosława moira molly mona monica monika monique montserrat mouna mozhgan muna
    munira muriel myra mónica nabila nada nadezhda nadia nadiia nadine nadiya nahed nahid naima najat
    najla najwa naledi nancy naoko naomi narges nargis nargiz nasreen nasrin natacha natalia natalie
    nataliia natalija nataliya natalka natalya natasa natasha nathalie nawal nazanin nazha nazlı neda
    neelam neha nermin nesrin nevena nezha ngozi nia niamh nicola nicole nicoleta nigar nihal nikki
    nikoleta nilufar nilüfer nina nino nisreen noor noora nora norma nour noura nuray nurgul nuria nurit
    nurul odette odile oksana olena olesya olga olha olivia oluwaseun omolola ornella ottilie ouafa
    oumou paige paloma pamela paola parisa parvin patricia patrizia patty paula pauline peggy pelin
    penelope penny perihan pernille pervin petra petya phyllis pia pilar pippa pirkko piroska polly
    pooja priscilla priti priya priyanka qamar quỳnh rabia rachel raffaella raghad rahel rahma raisa
    ramona rania ranjana ranya raquel rasa rasha rawan razan razia rebecca rebeka reem regina rehana
    reka rekha renata renate renee reyhan rhonda rima rita roberta robin romana romina rosa rosalba
    rosalie rosalind rosanna rosario rose rosemary roxanne roya roza ruba rukhsana ruqaya ruta ruth
    ruzica rūta sabina sabine sabrina sahar saida saima sakina salima sally salma salwa sam samantha
    samar samia samira samiya sanaa sandra sanja sanna sara sarah sarwat sasha saskia sawsan sayida
    selam selena selma semra serap serena sevda sevgi sevil shabana shahida shahnaz shaima shaimaa
    shaista shannon sharifa sharmila sharon shatha shauna shayma shazia sheila shelley shereen sheryl
    shireen shirin shirley sigrid siham silke silvana silvia simona simone simonetta sinem siobhan siri
    sirpa sittana slavica smriti snezana sofia sofie sofiia soha soile solange soledad solmaz solveig
    somaya sonia sonja sophia sophie soraya sorcha souad stacey stacy stefania stefanie steffi stella
    stephanie stéphanie suad sue suha suhair sumaya sumayya sunita susan susana susanna susanne sushma
    suzana suzanne svetlana sviatlana svitlana swati sylvia sylvie szilvia tabitha taghreed tahmina
    taina tamara tammy tania tanya tanzila tara tasneem tatiana tatjana tatyana teodora teresa tereza
    terry tetiana theresa tiffany tiina tina tine tirhas toni tove tracey tracy trine tsehay tuba tuija
    tulsi tuula tzipi ulla ulrika ulrike ulyana uma ursula uta valentina valentyna valeria valerie
    valérie vandana vanessa vanja vasiliki vera verica veronica veronika vesna vibeke vicki vicky
    victoria viktoria viktoriia viola violet violeta virginia virginie vivian viviane véronique wafa
    wafaa waltraud wanda wangari wanjiru warda wendy whitney widad wiesława wilhelmina wilma winnie
    winona yael yana yasmeen yasmin yasmina yasmine yekaterina yelena yesim yevgenia yevheniia yingluck
    yoko yolanda yuki yulia yuliia yuliya yumi yuriko yusra yvette yvonne zahia zahra zahraa zainab
    zakia zamzam zana zarema zarina zaynab zdenka zehra zeina zeinab zeynep zinaida zita zoe zofia zohra
    zoulikha zsuzsanna zubaida zuleikha zulfiya zuzana özlem""".split()
)

EITHER = frozenset(
    """addison alex alexis ariel ashley aubrey avery bailey blair casey charlie dana darcy devon drew
    emerson finley frankie harley hayden jackie jessie jody jordan jules kai kelly kendall kerry leigh
    lesley leslie lindsay lindsey mackenzie marley mel nicky nikita pat payton peyton quinn reese remy
    riley robbie rowan sacha sasha shannon shay shiloh skyler stevie taylor tracy val vic""".split()
)
"""More that go with either."""

GIVEN_NAMES: dict[str, Gender | None] = {
    **dict.fromkeys(sorted(HE - SHE), "he"),
    **dict.fromkeys(sorted(SHE - HE), "she"),
    **dict.fromkeys(sorted(HE & SHE | EITHER)),
}
