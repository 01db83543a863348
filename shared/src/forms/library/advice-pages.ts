import type { Page } from '../form-definition.ts'
import {
  choice,
  declaration,
  files,
  group,
  is,
  isOneOf,
  longText,
  month,
  page,
  pastDate,
  plain,
  shortText,
  wholeNumber,
  yesNo,
  decimal,
  type Choice,
} from './library-parts.ts'

// The pages that every advice has: what reg 6(1) asks of everybody is written once. The ids are each form’s own.

type AdviserIds = Record<'page' | 'child' | 'name' | 'post' | 'organisation' | 'contact', string>

/** Who the advice is about, and who gives it. */
export function adviserPage(ids: AdviserIds): Page {
  return page(ids.page, ['The child and you', 'Y plentyn a chi'], {
    questions: [
      plain('childDetails', ids.child, ['Who is this advice about?', 'Am bwy mae’r cyngor hwn?']),
      plain('personName', ids.name, ['Your name', 'Eich enw']),
      shortText(ids.post, ['Your post and qualification', 'Eich swydd a’ch cymhwyster'], {
        help: [
          'With your registration number, if you have one.',
          'Gyda’ch rhif cofrestru, os oes gennych un.',
        ],
      }),
      shortText(ids.organisation, ['Your service or setting', 'Eich gwasanaeth neu leoliad']),
      plain('contactDetails', ids.contact, [
        'How we can reach you about this advice',
        'Sut gallwn gysylltu â chi am y cyngor hwn',
      ]),
    ],
  })
}

type InvolvementIds = Record<
  | 'page'
  | 'known'
  | 'checked'
  | 'since'
  | 'lastSeen'
  | 'based'
  | 'family'
  | 'views'
  | 'sufficient'
  | 'earlier',
  string
>

/** What the adviser knows the child from; “not known to us” is an answer only with what was checked. */
export function involvementPage(ids: InvolvementIds): Page {
  return page(ids.page, ['What you know the child from', 'Sut rydych yn adnabod y plentyn'], {
    questions: [
      choice(
        ids.known,
        ['Do you or your service know the child?', 'Ydych chi neu eich gwasanaeth yn adnabod y plentyn?'],
        {
          options: [
            ['now', 'Yes, now', 'Ydym, nawr'],
            ['before', 'Yes, in the past', 'Ydym, yn y gorffennol'],
            ['no', 'No', 'Nac ydym'],
          ],
          help: [
            'If you do not know the child, say what you checked. Your advice still counts.',
            'Os nad ydych yn adnabod y plentyn, dywedwch beth wnaethoch chi ei wirio. Mae eich cyngor yn dal i gyfrif.',
          ],
        },
      ),
      longText(
        ids.checked,
        [
          'What did you check, and what did you find?',
          'Beth wnaethoch chi ei wirio, a beth ddaethoch chi o hyd iddo?',
        ],
        {
          showIf: is(ids.known, 'no'),
          help: [
            'For example which records, waiting lists and referrals. Say whether you should see the child.',
            'Er enghraifft pa gofnodion, rhestrau aros ac atgyfeiriadau. Dywedwch a ddylech weld y plentyn.',
          ],
        },
      ),
      month(ids.since, ['Since when?', 'Ers pryd?'], { optional: true }),
      pastDate(ids.lastSeen, ['When did you last see the child?', 'Pryd welsoch chi’r plentyn ddiwethaf?'], {
        optional: true,
      }),
      longText(ids.based, ['What is your advice based on?', 'Ar beth mae eich cyngor yn seiliedig?'], {
        help: [
          'Observation, tests with their dates, talks with the family, other reports.',
          'Arsylwi, profion gyda’u dyddiadau, sgyrsiau gyda’r teulu, adroddiadau eraill.',
        ],
      }),
      yesNo(
        ids.family,
        [
          'Have you read what the family told us?',
          'Ydych chi wedi darllen yr hyn a ddywedodd y teulu wrthym?',
        ],
        { help: ['We sent it to you with our request.', 'Fe’i hanfonwyd atoch gyda’n cais.'] },
      ),
      longText(
        ids.views,
        ['What does the child say about this?', 'Beth mae’r plentyn yn ei ddweud am hyn?'],
        {
          help: [
            'Say how you asked. If you could not ask, say why.',
            'Dywedwch sut gwnaethoch chi ofyn. Os na allech ofyn, dywedwch pam.',
          ],
        },
      ),
      yesNo(
        ids.sufficient,
        [
          'Have you given advice before that is still right and is enough?',
          'Ydych chi wedi rhoi cyngor o’r blaen sy’n dal yn gywir ac yn ddigonol?',
        ],
        {
          help: [
            'We can use it again if you, the family and we all agree.',
            'Gallwn ei ddefnyddio eto os ydych chi, y teulu a ninnau i gyd yn cytuno.',
          ],
        },
      ),
      longText(ids.earlier, ['Which advice, and why is it enough?', 'Pa gyngor, a pham mae’n ddigonol?'], {
        showIf: is(ids.sufficient, 'yes'),
        help: [
          'Give its date. Attach it on the last page.',
          'Rhowch ei ddyddiad. Atodwch ef ar y dudalen olaf.',
        ],
      }),
    ],
  })
}

type OutcomeIds = Record<'page' | 'outcomes' | 'outcome' | 'need' | 'by' | 'steps', string>

/** Whoever does not know the child may have nothing to propose; everybody else must. */
function neededFromWhoeverKnows(known: string) {
  return { optional: true, requiredIf: isOneOf(known, ['now', 'before']) } as const
}

/** Section E: what the child should be able to do, each outcome tied to a need. */
export function outcomesPage(ids: OutcomeIds, known: string): Page {
  return page(ids.page, ['Outcomes', 'Deilliannau'], {
    guidance: [
      'An outcome is what the child will be able to do. It is not the help itself. Number them 1, 2, 3.',
      'Deilliant yw’r hyn y bydd y plentyn yn gallu ei wneud. Nid y cymorth ei hun ydyw. Rhifwch nhw 1, 2, 3.',
    ],
    questions: [
      group(ids.outcomes, ['What should the child be able to do?', 'Beth ddylai’r plentyn allu ei wneud?'], {
        item: ['Outcome', 'Deilliant'],
        max: 12,
        ...neededFromWhoeverKnows(known),
        questions: [
          longText(ids.outcome, [
            'What will the child be able to do?',
            'Beth fydd y plentyn yn gallu ei wneud?',
          ]),
          longText(ids.need, ['Which need does it answer?', 'Pa angen mae’n ei ateb?']),
          month(ids.by, ['By when?', 'Erbyn pryd?']),
          longText(
            ids.steps,
            ['How will we see progress on the way?', 'Sut byddwn yn gweld cynnydd ar y ffordd?'],
            { optional: true },
          ),
        ],
      }),
    ],
  })
}

type ProvisionIds = Record<
  'page' | 'provision' | 'what' | 'outcome' | 'who' | 'skill' | 'hours' | 'often' | 'size' | 'section',
  string
>

const provisionSections: readonly Choice[] = [
  ['f', 'F: special educational provision', 'F: darpariaeth addysgol arbennig'],
  ['g', 'G: health provision', 'G: darpariaeth iechyd'],
  ['h1', 'H1: social care under the 1970 Act', 'H1: gofal cymdeithasol dan Ddeddf 1970'],
  ['h2', 'H2: other social care', 'H2: gofal cymdeithasol arall'],
]

/** Sections F, G, H1 and H2: help that is specified and counted, each tied to an outcome. */
export function provisionPage(ids: ProvisionIds, known: string): Page {
  return page(ids.page, ['Provision', 'Darpariaeth'], {
    guidance: [
      'Say exactly what help, how much and by whom. Write what the child needs, not what there is.',
      'Dywedwch yn union pa gymorth, faint a chan bwy. Ysgrifennwch beth sydd ei angen ar y plentyn, nid beth sydd ar gael.',
    ],
    questions: [
      group(ids.provision, ['What help does the child need?', 'Pa gymorth sydd ei angen ar y plentyn?'], {
        item: ['Help', 'Cymorth'],
        max: 20,
        ...neededFromWhoeverKnows(known),
        questions: [
          longText(ids.what, ['What help?', 'Pa gymorth?']),
          shortText(ids.outcome, ['For which outcomes?', 'Ar gyfer pa ddeilliannau?'], {
            help: ['Their numbers from the page before.', 'Eu rhifau o’r dudalen flaenorol.'],
          }),
          shortText(ids.who, ['Who gives it?', 'Pwy sy’n ei roi?']),
          shortText(
            ids.skill,
            [
              'Which qualification or training do they need?',
              'Pa gymhwyster neu hyfforddiant sydd ei angen arnynt?',
            ],
            { optional: true },
          ),
          decimal(ids.hours, ['How many hours each time?', 'Faint o oriau bob tro?'], {
            min: 0,
            max: 168,
            help: ['A quarter of an hour is 0.25.', 'Chwarter awr yw 0.25.'],
          }),
          shortText(ids.often, ['How often, and for how long?', 'Pa mor aml, ac am ba hyd?'], {
            help: [
              'For example: twice a week in term time, until the next review.',
              'Er enghraifft: dwywaith yr wythnos yn ystod y tymor, tan yr adolygiad nesaf.',
            ],
          }),
          wholeNumber(ids.size, ['How many children in the group?', 'Faint o blant yn y grŵp?'], {
            min: 1,
            max: 40,
            optional: true,
            help: [
              'Write 1 if the child is helped alone.',
              'Ysgrifennwch 1 os yw’r plentyn yn cael cymorth ar ei ben ei hun.',
            ],
          }),
          choice(
            ids.section,
            ['Which section of the plan is it for?', 'Ar gyfer pa adran o’r cynllun mae hyn?'],
            {
              options: provisionSections,
              help: [
                'Help that teaches or trains belongs in F, even when health staff give it.',
                'Mae cymorth sy’n addysgu neu’n hyfforddi yn perthyn i F, hyd yn oed pan fydd staff iechyd yn ei roi.',
              ],
            },
          ),
        ],
      }),
    ],
  })
}

type AdulthoodIds = Record<'page' | 'older' | 'work' | 'living' | 'community' | 'health', string>

/** From Year 9: help to prepare for adulthood (reg 6(1)(g)). */
export function adulthoodPage(ids: AdulthoodIds): Page {
  const older = is(ids.older, 'yes')
  return page(ids.page, ['Preparing for adult life', 'Paratoi ar gyfer bywyd oedolyn'], {
    questions: [
      yesNo(ids.older, ['Is the child in Year 9 or older?', 'Ydy’r plentyn ym Mlwyddyn 9 neu’n hŷn?']),
      longText(ids.work, ['Help towards more learning and work', 'Cymorth tuag at ddysgu pellach a gwaith'], {
        optional: true,
        showIf: older,
      }),
      longText(ids.living, ['Help towards living independently', 'Cymorth tuag at fyw’n annibynnol'], {
        optional: true,
        showIf: older,
      }),
      longText(
        ids.community,
        ['Help to have friends and take part', 'Cymorth i gael ffrindiau a chymryd rhan'],
        { optional: true, showIf: older },
      ),
      longText(ids.health, ['Help to be healthy as an adult', 'Cymorth i fod yn iach fel oedolyn'], {
        optional: true,
        showIf: older,
      }),
    ],
  })
}

type SignOffIds = Record<'page' | 'others' | 'files' | 'checked' | 'lead' | 'signed', string>

/** Reports, and who stands for the advice; a lead reads it first where the service has one. */
export function signOffPage(ids: SignOffIds): Page {
  return page(ids.page, ['Reports and signature', 'Adroddiadau a llofnod'], {
    questions: [
      longText(
        ids.others,
        ['Who else should we ask for advice?', 'Pwy arall dylem ni ofyn iddynt am gyngor?'],
        { optional: true },
      ),
      files(ids.files, ['Reports', 'Adroddiadau'], { optional: true }),
      choice(
        ids.checked,
        [
          'Has a lead in your service read this advice?',
          'Ydy arweinydd yn eich gwasanaeth wedi darllen y cyngor hwn?',
        ],
        {
          options: [
            ['yes', 'Yes', 'Ydy'],
            ['not-needed', 'We do not need that', 'Nid oes angen hynny arnom'],
          ],
        },
      ),
      plain('personName', ids.lead, ['Name of the lead', 'Enw’r arweinydd'], {
        showIf: is(ids.checked, 'yes'),
      }),
      declaration(
        ids.signed,
        ['Your signature', 'Eich llofnod'],
        [
          'This advice is my own. I have not left out a need or help because it is hard to provide. The family will read it.',
          'Fy nghyngor i yw hwn. Nid wyf wedi gadael angen na chymorth allan am ei fod yn anodd ei ddarparu. Bydd y teulu yn ei ddarllen.',
        ],
      ),
    ],
  })
}
