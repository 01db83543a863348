import { choice, files, is, longText, page, plain, yesNo, type LibraryForm } from './library-parts.ts'

const change = 'q_qpetg2lma6yi3mawj2vv6yyald'
const moving = 'q_d3l7jv7slw472avlgo7xd2uugf'
const older = 'q_utqtwpnk3oylbz637mxzbsic7n'

/** What a family wants said and looked at in the review of the plan (SEND Regulations 2014 reg 20). */
export const annualReviewFamily: LibraryForm = {
  code: 'REVIEW-FAMILY',
  title: { en: 'Your views for the annual review', cy: 'Eich barn ar gyfer yr adolygiad blynyddol' },
  audience: 'parents',
  purpose: 'information',
  guidance: {
    en: 'The plan is looked at again at least once a year. Tell us how it is going and what should change. Your answers go to everyone at the meeting, two weeks before it. Answer what matters to you and leave out the rest.',
    cy: 'Mae’r cynllun yn cael ei adolygu o leiaf unwaith y flwyddyn. Dywedwch wrthym sut mae pethau’n mynd a beth ddylai newid. Bydd eich atebion yn mynd at bawb yn y cyfarfod, bythefnos cyn iddo gael ei gynnal. Atebwch yr hyn sy’n bwysig i chi a gadewch y gweddill.',
  },
  informationDueDays: 14,
  pages: [
    page('p_oyonck3drj3zaa7hdwa3ejombq', ['Your child', 'Eich plentyn'], {
      questions: [
        plain('childDetails', 'q_ojdcaxjxkbye3oawtkejvsfo6v', ['Whose plan is it?', 'Cynllun pwy yw e?']),
        longText(
          'q_5smj4qrhjfrro4iby34unq3bbg',
          [
            'What has gone well since the last review?',
            'Beth sydd wedi mynd yn dda ers yr adolygiad diwethaf?',
          ],
          { optional: true },
        ),
        longText('q_5kz4cluiewtxu3csv7hcox64vn', ['What has been hard?', 'Beth sydd wedi bod yn anodd?'], {
          optional: true,
        }),
        longText(
          'q_lm6eutth3yodcsdwrjxcfmt6up',
          ['What does your child say?', 'Beth mae eich plentyn yn ei ddweud?'],
          {
            optional: true,
            help: [
              'Your child can send a form of their own too.',
              'Gall eich plentyn anfon ei ffurflen ei hun hefyd.',
            ],
          },
        ),
      ],
    }),
    page('p_3faynlekouqskybu22adrmiake', ['The plan', 'Y cynllun'], {
      questions: [
        choice(
          'q_q7djr72fkmjiblug2ndlfd4axo',
          [
            'Does your child get all the help in the plan?',
            'Ydy eich plentyn yn cael yr holl gymorth sydd yn y cynllun?',
          ],
          {
            options: [
              ['yes', 'Yes', 'Ydy'],
              ['part', 'Only some of it', 'Dim ond rhywfaint ohono'],
              ['no', 'No', 'Nac ydy'],
              ['unsure', 'I am not sure', 'Dydw i ddim yn siŵr'],
            ],
          },
        ),
        longText(
          'q_rk7tgvmgs56qjiklldcqpenxz7',
          [
            'Which help works, and which is missing?',
            'Pa gymorth sy’n gweithio, a pha gymorth sydd ar goll?',
          ],
          {
            optional: true,
            help: ['Think of learning, health and care.', 'Meddyliwch am ddysgu, iechyd a gofal.'],
          },
        ),
        longText(
          'q_gqogxmq7fcdi56jbrasltl2z6j',
          ['Which needs are new or have changed?', 'Pa anghenion sy’n newydd neu wedi newid?'],
          { optional: true },
        ),
        choice(change, ['What should happen to the plan?', 'Beth ddylai ddigwydd i’r cynllun?'], {
          options: [
            ['maintain', 'Keep it as it is', 'Ei gadw fel y mae'],
            ['amend', 'Change it', 'Ei newid'],
            ['cease', 'End it', 'Dod ag ef i ben'],
            ['unsure', 'I am not sure', 'Dydw i ddim yn siŵr'],
          ],
        }),
        longText('q_m2wvkmsximxinkyv5rf2bfwayz', ['What should change?', 'Beth ddylai newid?'], {
          showIf: is(change, 'amend'),
        }),
      ],
    }),
    page('p_6tmtn6cawxs655m77frs5elrek', ['The future', 'Y dyfodol'], {
      questions: [
        longText('q_ix42ie6tp2tm3vqjiisx5awjwy', [
          'What do you and your child hope for next?',
          'Beth rydych chi a’ch plentyn yn gobeithio amdano nesaf?',
        ]),
        yesNo('q_ynn7gvl55yc74carbr7dqnaisa', [
          'Is the school or college still right for your child?',
          'Ydy’r ysgol neu’r coleg yn dal yn iawn i’ch plentyn?',
        ]),
        yesNo(moving, [
          'Will your child move to another school or college next year?',
          'A fydd eich plentyn yn symud i ysgol neu goleg arall y flwyddyn nesaf?',
        ]),
        longText(
          'q_soixqrl6qm64tsl5alb36t7clj',
          [
            'Which school or college would you like, and what will help?',
            'Pa ysgol neu goleg hoffech chi, a beth fydd yn helpu?',
          ],
          { optional: true, showIf: is(moving, 'yes') },
        ),
        yesNo(older, ['Is your child in Year 9 or older?', 'Ydy eich plentyn ym Mlwyddyn 9 neu’n hŷn?']),
        longText(
          'q_cmijemakkrkz6u6bbmvfmf5vhy',
          [
            'What help does your child need to get ready for adult life?',
            'Pa gymorth sydd ei angen ar eich plentyn i baratoi ar gyfer bywyd oedolyn?',
          ],
          {
            optional: true,
            showIf: is(older, 'yes'),
            help: [
              'Work, a home, friends, health and getting around.',
              'Gwaith, cartref, ffrindiau, iechyd a theithio.',
            ],
          },
        ),
        yesNo(
          'q_lmjjja4vnukresgmzfd3zvdolw',
          ['Would you like to talk about a personal budget?', 'Hoffech chi siarad am gyllideb bersonol?'],
          {
            help: [
              'This is money for help in the plan that you can have a say in.',
              'Arian ar gyfer cymorth yn y cynllun y gallwch gael llais ynddo yw hyn.',
            ],
          },
        ),
      ],
    }),
    page('p_jkkg5ibyj4fftks6s7wlzkbqnx', ['The meeting', 'Y cyfarfod'], {
      questions: [
        longText(
          'q_lcrk476ayqlqlqkrncyfs3nkqo',
          [
            'Who should come to the meeting or send a report?',
            'Pwy ddylai ddod i’r cyfarfod neu anfon adroddiad?',
          ],
          { optional: true },
        ),
        longText(
          'q_v4pupgjrwdatjomruhvbuogchl',
          [
            'What do you or your child need to take part?',
            'Beth sydd ei angen arnoch chi neu eich plentyn i gymryd rhan?',
          ],
          {
            optional: true,
            help: [
              'For example a time, a place, an interpreter, breaks or somebody beside you.',
              'Er enghraifft amser, lle, cyfieithydd, seibiannau neu rywun wrth eich ochr.',
            ],
          },
        ),
        files('q_yfcolnuubjxo3yahto67un2wnn', ['Papers for the meeting', 'Papurau ar gyfer y cyfarfod'], {
          optional: true,
        }),
      ],
    }),
  ],
}
