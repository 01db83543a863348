import {
  choice,
  choices,
  files,
  group,
  is,
  isOneOf,
  longText,
  page,
  plain,
  yesNo,
  type Choice,
  type LibraryForm,
} from './library-parts.ts'

const agree = 'q_ux23zjpqenuetil5u4zrlouncb'
const meeting = 'q_avrxdjswyda7ewonzwgeyvsvg5'
const budget = 'q_rn5bsahdpvtpociiz3dkc3powe'

/** The sections of a plan (SEND Regulations 2014 reg 12), in a family’s words; section I is left empty in a draft. */
const planSections: readonly Choice[] = [
  ['a', 'A: views and hopes', 'A: barn a gobeithion'],
  ['b', 'B: special educational needs', 'B: anghenion addysgol arbennig'],
  ['c', 'C: health needs', 'C: anghenion iechyd'],
  ['d', 'D: social care needs', 'D: anghenion gofal cymdeithasol'],
  ['e', 'E: outcomes', 'E: deilliannau'],
  ['f', 'F: help with learning', 'F: cymorth gyda dysgu'],
  ['g', 'G: help with health', 'G: cymorth gydag iechyd'],
  ['h1', 'H1: social care under the 1970 Act', 'H1: gofal cymdeithasol dan Ddeddf 1970'],
  ['h2', 'H2: other social care', 'H2: gofal cymdeithasol arall'],
  ['j', 'J: personal budget', 'J: cyllideb bersonol'],
  ['k', 'K: advice and reports', 'K: cyngor ac adroddiadau'],
]

/** What a family says to the draft plan within its 15 days (SEND Regulations 2014 reg 13(1)). */
export const draftPlanFeedback: LibraryForm = {
  code: 'DRAFT-FEEDBACK',
  title: { en: 'Your comments on the draft plan', cy: 'Eich sylwadau ar y cynllun drafft' },
  audience: 'parents',
  purpose: 'information',
  guidance: {
    en: 'You have at least 15 days to comment, and the day the draft was sent counts as the first. Read the draft with somebody you trust. Tell us what is right, what is wrong and what is missing. You can also ask for a meeting and name a school.',
    cy: 'Mae gennych o leiaf 15 diwrnod i wneud sylwadau, ac mae’r diwrnod yr anfonwyd y drafft yn cyfrif fel y cyntaf. Darllenwch y drafft gyda rhywun rydych yn ymddiried ynddo. Dywedwch wrthym beth sy’n gywir, beth sy’n anghywir a beth sydd ar goll. Gallwch hefyd ofyn am gyfarfod ac enwi ysgol.',
  },
  informationDueDays: 15,
  pages: [
    page('p_u2qogiljdrgek2csyqztmep2l5', ['Your child', 'Eich plentyn'], {
      questions: [
        plain('childDetails', 'q_p2fdeqb46n2pq2jv7rptmwei6k', [
          'Whose draft plan is it?',
          'Cynllun drafft pwy yw e?',
        ]),
        choice(agree, ['What do you think of the draft?', 'Beth yw eich barn am y drafft?'], {
          options: [
            ['yes', 'I agree with all of it', 'Rwy’n cytuno â’r cyfan'],
            ['changes', 'Some things should change', 'Dylai rhai pethau newid'],
            ['no', 'I do not agree', 'Dydw i ddim yn cytuno'],
          ],
        }),
      ],
    }),
    page('p_4dny2ntdokgqdasc7ognwpnmap', ['Your comments', 'Eich sylwadau'], {
      guidance: [
        'Help in section F should answer each need in section B. It should say how much, how often and by whom.',
        'Dylai’r cymorth yn adran F ateb pob angen yn adran B. Dylai ddweud faint, pa mor aml a chan bwy.',
      ],
      questions: [
        group('q_lo22jb5mw2jljipdzfvszlaiyb', ['What should change?', 'Beth ddylai newid?'], {
          item: ['Comment', 'Sylw'],
          max: 40,
          optional: true,
          showIf: isOneOf(agree, ['changes', 'no']),
          questions: [
            choice('q_cl4uorzbjggdeygprbyvvciwat', ['Which section?', 'Pa adran?'], {
              options: planSections,
            }),
            longText(
              'q_axy6w5eydgxllt5vltxzpjdnxb',
              ['What does the draft say there?', 'Beth mae’r drafft yn ei ddweud yno?'],
              { optional: true },
            ),
            longText(
              'q_b26qwxc7qcqot5twssg2nixrw6',
              ['What should it say, and why?', 'Beth ddylai ei ddweud, a pham?'],
              {
                help: [
                  'Name the report that shows it, if there is one.',
                  'Enwch yr adroddiad sy’n ei ddangos, os oes un.',
                ],
              },
            ),
          ],
        }),
        longText('q_kk5pxcsllzssmswfj6zx6qw7z3', ['What is missing?', 'Beth sydd ar goll?'], {
          optional: true,
        }),
        longText(
          'q_ofodgisauqsgpk2acaqxfcn5ph',
          ['What does your child say about the draft?', 'Beth mae eich plentyn yn ei ddweud am y drafft?'],
          { optional: true },
        ),
      ],
    }),
    page('p_lw4gcxtylv6dmrxe4egl46wr4q', ['School and budget', 'Ysgol a chyllideb'], {
      questions: [
        longText(
          'q_ixi44mv6c2od3ao4ki3sisbsc2',
          ['Which school or college should the plan name?', 'Pa ysgol neu goleg ddylai’r cynllun ei enwi?'],
          {
            optional: true,
            help: [
              'Section I is empty in the draft. Tell us which one you want, and why it suits your child.',
              'Mae adran I yn wag yn y drafft. Dywedwch wrthym pa un rydych ei eisiau, a pham mae’n addas i’ch plentyn.',
            ],
          },
        ),
        choices(
          'q_35e7bikke6zhxdgk5tk6f5ufgs',
          ['Which type of school or college would you like?', 'Pa fath o ysgol neu goleg hoffech chi?'],
          {
            optional: true,
            options: [
              ['mainstream', 'Mainstream', 'Prif ffrwd'],
              ['unit', 'Mainstream with a special unit', 'Prif ffrwd gydag uned arbennig'],
              ['special', 'Special', 'Arbennig'],
              ['other', 'Something else', 'Rhywbeth arall'],
            ],
          },
        ),
        yesNo(budget, ['Would you like a personal budget?', 'Hoffech chi gael cyllideb bersonol?'], {
          help: [
            'This is money for help in the plan that you can have a say in.',
            'Arian ar gyfer cymorth yn y cynllun y gallwch gael llais ynddo yw hyn.',
          ],
        }),
        longText(
          'q_ym2bj5dtxkb6pmrqrowzchj7ym',
          ['What would you use it for?', 'Ar gyfer beth fyddech chi’n ei defnyddio?'],
          { optional: true, showIf: is(budget, 'yes') },
        ),
      ],
    }),
    page('p_ouoiuwyz7jvqjvqip5xofih3zw', ['Talking about it', 'Siarad amdano'], {
      questions: [
        yesNo(meeting, [
          'Would you like to meet us about the draft?',
          'Hoffech chi gwrdd â ni ynglŷn â’r drafft?',
        ]),
        longText(
          'q_kqtjwwjbvjdkl74dggjvcdfplj',
          [
            'When and where suits you, and what do you need?',
            'Pryd a ble sy’n gyfleus i chi, a beth sydd ei angen arnoch?',
          ],
          { optional: true, showIf: is(meeting, 'yes') },
        ),
        files(
          'q_dcoinklyxgqpqmpiv7pnkt65ec',
          ['Papers or the draft with your notes', 'Papurau neu’r drafft gyda’ch nodiadau'],
          { optional: true },
        ),
      ],
    }),
  ],
}
