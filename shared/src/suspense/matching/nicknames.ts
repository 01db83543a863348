/** Given names that stand for one another in Britain: short forms, and spellings of one name in other letters. */
const groups = `
abigail abi abby abbie gail
abdul abdel abdal abdool
ahmed ahmad achmed ahmet
aidan aiden aydan ayden
aisha ayesha aysha aishah ayisha
alan allan allen alun al
albert bert bertie al
alexander alex alec alexandre sandy xander sasha alasdair alastair
alexandra alex sandra sandy sasha lexi alexa alexis
alfred alf alfie fred
ali aly
alice ali allie
alison alisson ali ally
amelia amy millie mia emilia
amir ameer aamir emir
amira ameera amirah
andrew andy drew andre
angela angie ange
ann anne anna annie hannah nancy ana anya
anthony antony tony ant
archibald archie
arthur art artie
barbara barb babs barbie
benjamin ben benny benji
bernard bernie
bethany beth elizabeth
bradley brad
brian bryan
cameron cam
caroline carolyn carrie carol
catherine katherine kathryn catharine katharine cathryn kate katie katy cath kathy cathy kath kitty kat
cerys kerys carys
charles charlie chas chuck
charlotte charlie lottie lotte charley charli
christina christine kristina chrissie tina chris
christopher chris christoph kristopher kit topher
clare claire clara
connor conor conner
daniel dan danny danial daniyal
danielle dani ellie
david dave davey davy dai dafydd
deborah debra debbie deb
dennis denis denny
dominic dom dominick nick
donald don donny
dorothy dot dottie dolly
douglas doug dougie
edward ed eddie ted teddy ned edmund
eleanor elinor ellie ella nell nellie elena helen nora
elizabeth liz lizzie lizzy beth betty eliza elisabeth elspeth libby lisa betsy ellie bess elsie
ella ellie eleanor
emily em emilie millie emmy
emma em emmie
ethan ethen
evelyn eve evie
ewan euan ewen
faith faye fay
fatima fatimah fatma faatimah
florence flo florrie flossie
francesca fran frankie chess
francis frank frankie fran
frances fran frankie fanny
frederick fred freddie freddy frederic
gabriel gabe
gabriella gabrielle gabby ella
gareth gaz gary
geoffrey jeffrey geoff jeff
george georgie
georgina georgia georgie gina
gerald gerry jerry
gerard gerry jerry
gillian jill gill jillian
grace gracie
gregory greg gregor
gwendolyn gwen
hamza hamzah
harriet harry hattie
harold harry hal
harrison harry
harry henry harold
hassan hasan
henry harry hal hank henri
hussain hussein husain husayn
hugh hughie huw hugo
ian iain
ibrahim ebrahim abraham ibraheem
imogen immy immie
isaac zac ike issac
isabel isabella isobel isabelle izzy bella belle ysabel izabella
isla ayla
jacob jake jakub jacub
jacqueline jackie jacqui
jack john jackie jak
jaden jayden jaiden
james jim jimmy jamie jem
jane janet janie jean
janet jan jane
jason jay jase
jasmine jaz jas yasmin jasmin yasmine
jennifer jen jenny jennie jenna
jeremy jerry jez
jessica jess jessie
joan joanie jo
joanna joanne jo
john jon jack johnny johnnie jonny sean
jonathan jon jonny jonathon johnathan nathan
joseph joe joey josef yusuf yousef yusef yousuf youssef
josephine jo josie
joshua josh
judith judy jude
julia julie jules juliet
julian jules
karen karin
katrina catriona trina
keith kit
kenneth ken kenny
khadija khadijah kadija
kimberley kim kimberly
kyle kye
laura laurie lora
laurence lawrence larry laurie
leah lea lia
leo leon leonard
leonard len lenny leo
leslie lesley les
lewis louis lou luis
liam william
lillian lily lilly lilian
linda lynda lyn lin
louise lou lulu
lucas luke lukas luca
lucy lucie lucinda luce
lydia liddy
madeleine maddie madeline maddy madison
maisie margaret masie
malcolm mal
margaret maggie meg peggy marge margie greta rita megan maisie
maria mary mariam maryam marie maryum miriam marie mia
mark marc marcus
martha marty matty
martin marty martyn
mary molly polly marie maria may
mathilda matilda tilly mattie
matthew matt matty mathew
maximilian max maximillian
maxwell max
megan meg meghan
melanie mel
melissa mel missy lissa
mia maya mya
michael mick mike mickey mikey micheal mikael mikhail
michelle shell chelle
mohammed muhammad mohammad mohamed muhammed mohamad muhamed mohamet mohd md mo muhamad mehmet
mustafa mustapha
natalie nat natalia nathalie tally
natasha tasha nat
nathan nat nathaniel nate
nathaniel nathan nat nate
neil neal niall nigel
niamh neve
nicholas nick nicky nicolas nicholas nikolas
nicola nicky nikki nicole
noor nur nour noora
oliver ollie olly olivier
olivia liv livvy livvie olive
omar umar omer
oscar ozzy
owen owain
pamela pam
patricia pat patsy tricia trish patty
patrick pat paddy padraig rick
paul paulie pawel
penelope penny
peter pete petr
philip phil phillip pip
philippa pippa pip phillipa
phoebe phebe pheobe
rachel rachael rach
raymond ray
rebecca becky becca bex rebekah
reginald reg reggie
rhys reece rees reese
richard rick dick richie ricky rich
robert rob bob bobby robbie bert robin
roderick rod roddy
roger rodge
ronald ron ronnie
rose rosie rosa
rosemary rosie rose
rory ruairi
ryan rian
samantha sam sammy
samuel sam sammy
sara sarah sally sarra zara
sebastian seb bastian
sean shaun shawn john
shannon shan
sharon shaz
sidney sid sydney
simon si
sofia sophia sophie sofie
stanley stan
stephanie steph stef stephany
stephen steven steve stevie
stuart stewart stu
susan sue susie suzie suzanne susanna
sylvia silvia
teresa theresa terri tess tessa
terence terry terrence
theodore theo ted teddy
thomas tom tommy tomas tomos
timothy tim timmy
tobias toby
tristan tristram
valerie val
vanessa nessa
veronica ronnie vera
victor vic
victoria vicky vicki tori vikki
vincent vince vinny
violet vi
virginia ginny
walter walt wally
william will bill billy willie wills liam gwilym
yasmin yasmeen yasmine
yahya yahia
yusuf yousuf yousaf yusaf
zachary zac zach zak zachariah zack
zainab zaynab zeinab
zoe zoey
`

const namesOfGroup = groups
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
const groupsOf = new Map<string, Set<number>>()
for (const [group, names] of namesOfGroup.entries())
  for (const name of names) {
    const known = groupsOf.get(name) ?? new Set()
    groupsOf.set(name, known.add(group))
  }

/** Whether two folded given names are forms of one, such as Liz and Elizabeth or Mohammed and Muhammad. */
export function areNicknames(a: string, b: string): boolean {
  const [one, other] = [groupsOf.get(a), groupsOf.get(b)]
  if (!one || !other) return false
  for (const group of one) if (other.has(group)) return true
  return false
}

/** Whether a folded word is a given name that is common in Britain. */
export function isKnownName(name: string): boolean {
  return groupsOf.has(name)
}

/** The other given names of which a folded one is a form, and its own forms. */
export function listForms(name: string): string[] {
  return [...(groupsOf.get(name) ?? [])].flatMap((group) => namesOfGroup[group] ?? [])
}

/** The numbers of the groups in which a folded given name stands. */
export function listNicknameGroups(name: string): Iterable<number> {
  return groupsOf.get(name) ?? []
}
