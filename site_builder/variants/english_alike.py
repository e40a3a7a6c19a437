"""English words that say about the same in news, whatever the subject, a line for each meaning.

Written for this program from common usage, field by field; no dictionary or thesaurus went into it. What
one original becomes in the hands of two reporters or translators is looked up here; no word stands in two
lines. An archive adds its own words in `content/lexicon/alike.yaml`.
"""

ALIKE = """
# saying, asking, answering
request appeal calls plea ask urge
reply answer response respond
unanswered ignored unheeded
accuse accused accusation allege alleged allegation claim blame
deny denied denial reject rejected refute refuted dismiss
confirm confirmed verify verified check
promise promised pledge pledged vow vowed assure
warn warned warning caution alert
criticise criticised criticize criticism censure fault denounce condemn
praise praised commend applaud hail welcome
explain explanation clarify
admit admitted concede acknowledge
announce announced announcement declare declared unveil
recommend recommendation advice advise advised suggest
question wonder
discuss discussed discussion debate
demand demanded insist
complain complaint grievance
apologise apologize apology regret
hint imply
excuse pretext
reason cause ground motive
silent silence quiet mute
journalist reporter correspondent newsman
media press newspaper
proof evidence
believe trust
doubt scepticism skepticism
fact truth

# deciding, governing, electing
law legislation statute act
bill draft
rule regulation provision
vote ballot poll election
parliament legislature assembly congress
council chamber
cabinet government administration
minister secretary
president leader head chief boss
mayor burgomaster
official functionary civil
spokesman spokeswoman spokesperson
country state nation
region province county district
city town municipality
area zone territory
neighborhood neighbourhood quarter borough
village hamlet settlement
border frontier
capital metropolis
support back backed backing endorse
oppose opposed opposition resist
allow permit authorise authorize let
forbid ban prohibit banned prohibited outlaw
approve approved approval adopt adopted pass ratify
cancel cancelled scrap axe abolish
appoint appointed nominate name
resign resigned resignation quit
dismissed sacked fired ousted
reform overhaul
policy strategy
plan plans scheme programme program project
step measure move
aim goal objective target
try attempt effort
need require
want wish
decide decision resolve
majority most
rival opponent adversary
ally allies partner
secret covert hidden clandestine
foreign overseas abroad
former previous ex
current present

# talks and agreements
talks negotiation negotiations bargaining
meeting summit session conference gathering
deal agreement accord pact treaty
truce ceasefire armistice
sanction embargo
visit trip
envoy ambassador diplomat emissary
conclude sign
break violate violated violation breach

# war, violence, police
war conflict hostilities fighting combat
strike bombardment raid bombing shelling attack airstrike airstrikes assault
soldier troops forces army military servicemen
militant terrorist rebel gunman gunmen fighter insurgent extremist
weapon weaponry arms munitions ammunition
missile rocket
aircraft plane airplane jet
ship vessel boat
explosion blast detonation
shoot shot gunfire
kill killed killing slain dead death died die execute executed
wound wounded wounding injure injured hurt injury casualty
free freed liberate liberated liberation retake recapture recaptured
seize seized capture captured occupy occupied
control hold held
surrender capitulate
withdraw withdrew withdrawal retreat pull
advance offensive push
besiege besieged siege encircle blockade
hostage captive
flee fled escape leave left evacuate evacuated depart
refugee migrant displaced
arrest arrested detain detained detention custody
prison jail penitentiary
police officers
search searched comb
probe investigation investigate inquiry examine examination inspection inspect survey
suspect suspected
thief robber burglar
theft robbery burglary stealing stolen steal
murder homicide
fraud swindle scam
bribe bribery corruption graft
court tribunal
judge magistrate justice
lawyer attorney advocate solicitor barrister
trial hearing
sentence sentenced convict convicted conviction
guilty culpable
fine penalty
protest demonstration rally march
protester demonstrator
unrest riot disturbance
guard protect protected protection
threat danger risk peril
safe secure security safety
fake faked fabricated staged doctored bogus
video footage film filmed movie movies clip

# accidents, weather, health
accident crash collision
disaster catastrophe
fire blaze
flood flooding flooded inundate inundated
storm gale tempest hurricane
earthquake quake tremor
drought dryness
rescue rescued save saved
survivor survived survive
victim
damage damaged harm harmed batter
destroy destroyed demolish demolished ruin raze
collapse collapsed
repair fix mend mended restore restored
rebuild rebuilt reconstruct reconstructed reconstruction renew
aid assistance help relief
send sent dispatch deliver delivery supply provide
doctor physician medic
hospital clinic infirmary
patient sick ill
disease illness sickness
epidemic outbreak
vaccine jab inoculation
medicine drug medication
hunger famine starvation

# money, work, trade
money funds funding cash
finance financed
price cost
cheap inexpensive
expensive costly dear
pay paid payment
wage salary
pension retirement
tax levy duty
budget spending expenditure
debt liability
loan credit
profit gain earnings
loss losses deficit
company firm business corporation enterprise
factory plant
mine colliery pit
worker employee labourer laborer
job work employment
unemployed jobless
union unions
walkout stoppage
buy bought purchase purchased acquire acquired acquisition
sell sold sale privatise privatised
export exports
import imports
trade commerce
market bazaar
shop store
customer client buyer
crop harvest yield
farmer grower peasant
food provisions
investor backer shareholder
rise rose increase increased grow grew growth climb climbed surge
fall fell decline declined drop dropped decrease decreased shrink
double doubled twofold

# people and daily life
civilian resident inhabitant people local citizen
child children kid kids minors
woman women
old elderly aged
young youth
family household
neighbor neighbour
expert specialist
volunteer volunteers
scientist researcher scholar
teacher schoolteacher instructor
pupil student
school college
lesson class
crowd throng
home house dwelling
building structure edifice
car vehicle automobile
truck lorry
train railway rail railroad
road route highway street
bridge crossing viaduct
tunnel underpass
harbour harbor port docks
airport airfield
dam reservoir
river stream
forest wood woodland
church cathedral
stadium arena
match game
team side squad
champion winner
museum gallery
archives records
letter note
book volume

# how, how much, when
big large huge major vast massive
small little minor tiny
important key crucial essential vital
serious grave severe
strong powerful
weak feeble
bad poor
new fresh
clear obvious evident plain
wrong false incorrect untrue
fast quick rapid swift
slow sluggish
quickly soon shortly
near close nearby
whole entire total
enough sufficient ample
lack shortage scarcity
begin began start started launch launched commence
end ended finish halt stop stopped cease
open opened inaugurate inaugurated
shut closed closure seal
continue proceed resume
delay delayed postpone postponed
extend extended expand expanded enlarge enlarged
abandon abandoned
build built construct constructed construction erect
show shown demonstrate demonstrated reveal revealed indicate prove
happen occur
wait waiting await
surprise surprised astonish astonished stun stunned
afraid scared concerned worried worry fear frightened alarmed
angry furious outraged
glad happy pleased
sad sorry
eager keen
ready prepared
possible feasible
difficult hard tough
problem difficulty trouble
solution remedy
result outcome consequence
success triumph victory
failure defeat
"""
