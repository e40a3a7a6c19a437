"""English verbs of reporting: one line a verb, what it takes, and the forms it has.

    lemma  clause  quote hearer infinitive object  +preposition  =preposition  ~join  (particle)  noun

`bare`: a clause with or without "that"; `that`: only with it; `plain`: without it only where the clause
begins with its subject and verb. `hearer!`: never without a hearer.
`infinitive!`: only that of a verb of reporting. `+` opens what was said and is no part of it, `=` is part of
it, `~` must follow the noun phrase. `source`: what follows is a source of the speaker's own. `hears`: the
subject is who was told. `<` a noun with which alone it speaks. `figures`: counts only with a figure. `names`:
gives names, too. `attitude`: what somebody wants or believes, not what was said. `noun`: some form is also a
noun, so that it needs a verb's company to count. `english_inflection` makes their forms; what some of them do
rather than say ("declared war") is in `english_deeds`.
"""

from __future__ import annotations

TABLE = """
say bare quote
tell bare quote hearer! infinitive +of +about
add bare quote
note bare quote object noun
write bare quote +of +about
report bare quote object +on =about noun
announce bare quote object
suggest bare quote object
argue bare quote +for +against
tweet bare quote object noun
retweet bare quote
continue quote
acknowledge bare quote object
explain bare quote object
declare bare quote object
recall bare quote object noun
respond that quote
conclude bare quote
claim bare quote infinitive object noun
state bare quote noun
warn bare quote hearer infinitive +of +against +about
insist bare quote +on
reply plain quote +to noun
reveal bare object quote
indicate bare quote
predict bare quote object
deny bare quote object
allege bare quote object
mention that quote object noun
admit bare quote +to
stress bare quote object noun
emphasize bare quote object
emphasise bare quote object
confirm bare quote object
assert bare quote
contend bare quote
remark bare quote +on noun
observe bare quote
complain bare quote +about +of
joke bare quote +about noun
quip bare quote
concede bare quote
disclose bare object
testify bare quote +about
maintain bare quote
ask that quote hearer infinitive +about +for
wonder that quote
inquire that quote +about
assure that hearer! quote
promise plain quote infinitive object noun
pledge plain quote infinitive object noun
vow plain quote infinitive noun
swear plain quote infinitive
threaten that infinitive
lament bare quote object
regret that object
rue that object
narrate bare quote
aver bare quote
flay object
press hearer infinitive noun
lash +at (out) noun
boast plain quote +about +of noun
brag plain quote +about +of
shout that quote
yell that quote
scream that quote
chant that quote noun
caution that quote hearer +against
reiterate bare quote object
proclaim bare quote object
theorize bare quote
counter that quote noun
opine bare quote
estimate bare quote noun
interject quote
muse that quote
exclaim that quote
gush quote +about +over
crow that quote
snap quote noun
deadpan quote
scoff that quote +at
sneer quote
retort plain quote noun
recount bare quote object
speculate that quote
imply bare quote
underscore that quote
underline that object quote
highlight that noun
repeat plain quote object
signal that quote noun
advise that quote hearer infinitive
affirm bare quote object
attest bare quote +to
hint plain quote +at noun
charge that quote noun
point that quote +to (out) noun
answer that quote noun
post that quote noun
text quote noun
email quote noun
confide that quote
cry that quote noun
intone quote
elaborate quote +on
specify that quote
clarify that quote object
comment that quote +on noun
declaim quote
relate that quote
convey that object
communicate that object
inform that hearer! quote
remind that hearer! quote
notify that hearer!
convince that hearer!
reassure that hearer! quote
instruct that hearer infinitive
urge that quote hearer infinitive object noun
beg hearer infinitive quote
implore hearer infinitive quote
exhort hearer infinitive quote
request that hearer infinitive object noun
demand that quote infinitive object noun
propose that quote infinitive object
recommend that quote object
appeal that infinitive +for +to noun
plead quote +with +for
call object +for +on +upon (out) noun names
describe object
characterize object
characterise object
depict object
portray object
criticize object +for
criticise object +for
accuse object
blame object +for noun
denounce object
condemn object
decry object
deplore object
praise object noun
hail object noun
laud object
applaud object
commend object
welcome object noun
salute object noun
extol object
excoriate object
admonish object
lambast object
congratulate object
mock object
ridicule object noun
deride object
blast object noun
slam object noun
rip object noun
lambaste object
rebuke object noun
chide object
scold object
castigate object
berate object
bash object noun
assail object
insult object noun
question object that noun
dispute object that noun
dismiss object
reject object
refute object
rebut object
rebuff object noun
disavow object
defend object
tout object
label object noun names
brand object noun names
dub object names
term object noun names
cite object quote source
quote object noun source
discuss object
detail object noun
outline object noun
express object
voice object noun
apologize quote +for
apologise quote +for
speak +about +of +against (out)
talk +about +of (up) noun
decline infinitive
profess infinitive object
refer +to
allude +to
object that +to noun
protest that +against noun
cheer quote object noun
read quote noun
pronounce object
chastise object
skewer object
liken object
compare object
bemoan object that
disagree quote +with
agree plain
advertise object
certify that object
rule that +out noun
depose that
submit that quote
find that
establish that
determine that
show that noun
document that noun
tip that noun
envisage that
foresee that
forecast that object noun
project that object figures noun
put that hearer object figures ~at (to)
give that (evidence)
hit that quote (back)
shoot that quote (back)
fire that quote (back) noun
attribute object ~to noun
accept plain
hear bare hears
make that (clear)
refuse infinitive!
confess plain quote +to
concur quote
reckon bare quote
reason that quote noun
reaffirm that object
reassert that object
restate that object
guarantee that noun
thank object +for
draw object <attention noun
pay object <tribute <tributes noun
offer object <apologies <apology <condolences <congratulations <prayers <sympathies <sympathy <thanks noun
extend object <apologies <apology <condolences <congratulations <sympathies <sympathy <thanks
challenge hearer infinitive noun
fret that quote
fume quote
enthuse quote
grumble that quote
mutter quote
murmur quote noun
whisper that quote noun
sigh quote noun
volunteer that quote noun
insinuate that
intimate that
hypothesise that
hypothesize that
posit that
postulate that
stipulate that
surmise that
divulge that object
enquire that quote +about
calculate that
want infinitive object attitude
intend that infinitive attitude
believe bare =in attitude
think bare attitude
feel bare attitude
hope bare infinitive +for noun attitude
wish bare infinitive +for noun attitude
expect bare infinitive object figures attitude
assume bare attitude
suspect bare object noun attitude
doubt bare object noun attitude
fear bare object noun attitude
worry bare +about noun attitude
""".strip().splitlines()
