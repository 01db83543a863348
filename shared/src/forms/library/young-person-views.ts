import {
  choice,
  choices,
  files,
  is,
  longText,
  page,
  plain,
  shortText,
  type LibraryForm,
} from './library-parts.ts'

const help = 'q_bh3irs4xmgu2rqjukpwzfmjf6q'

/** A young person’s own views for section A of the plan, and on adult life (from Year 9). */
export const youngPersonViews: LibraryForm = {
  code: 'VIEWS-A-YP',
  title: { en: 'My views (section A)', cy: 'Fy marn i (adran A)' },
  audience: 'youngPeople',
  purpose: 'information',
  guidance: {
    en: 'Tell us about yourself in your own words. There are no wrong answers. Somebody you trust can help you, but the answers are yours. You can skip what you do not want to answer.',
    cy: 'Soniwch amdanoch eich hun yn eich geiriau eich hun. Nid oes atebion anghywir. Gall rhywun rydych yn ymddiried ynddo eich helpu, ond eich atebion chi ydyn nhw. Gallwch hepgor yr hyn nad ydych am ei ateb.',
  },
  informationDueDays: 42,
  pages: [
    page('p_6bo5o4zpd4j2z5oflkhhczk5r4', ['You', 'Chi'], {
      questions: [
        plain('childDetails', 'q_42kqkz7ewwhusgop6aeo33ujjq', ['Who are you?', 'Pwy ydych chi?']),
        choice(
          help,
          ['Is somebody helping you with this form?', 'Oes rhywun yn eich helpu gyda’r ffurflen hon?'],
          {
            options: [
              ['no', 'No, I do it myself', 'Na, rwy’n ei gwneud fy hun'],
              ['yes', 'Yes', 'Oes'],
            ],
          },
        ),
        shortText('q_dbz3pov2fjy3myli4orrlk2eiu', ['Who is helping you?', 'Pwy sy’n eich helpu?'], {
          optional: true,
          showIf: is(help, 'yes'),
        }),
        longText(
          'q_igilgze3kly7ngoi6tiajywdvt',
          [
            'What are you good at, and what do you enjoy?',
            'Beth rydych chi’n dda am ei wneud, a beth rydych chi’n ei fwynhau?',
          ],
          { optional: true },
        ),
      ],
    }),
    page('p_wxzd7ig55jbu4nmcidf7bylzta', ['Life now', 'Bywyd nawr'], {
      questions: [
        longText('q_6tykns3lqlnnwowt2nehgcalfa', [
          'What is a good day like for you?',
          'Sut beth yw diwrnod da i chi?',
        ]),
        longText('q_ffz6mgpwpawzkyqobxuiqydfys', ['What is a hard day like?', 'Sut beth yw diwrnod anodd?']),
        longText('q_ngmb2tvtymij63ljt6oncitqmk', ['What helps you?', 'Beth sy’n eich helpu chi?'], {
          help: [
            'At school or college, at home and when you go out.',
            'Yn yr ysgol neu’r coleg, gartref a phan fyddwch chi’n mynd allan.',
          ],
        }),
        longText(
          'q_hbaintchanb4qcfscaam53x3ee',
          ['What should people not do?', 'Beth ddylai pobl beidio â’i wneud?'],
          { optional: true },
        ),
      ],
    }),
    page('p_kg54z2jicrgmcg5ueq7bvjglj4', ['The future', 'Y dyfodol'], {
      questions: [
        longText('q_couczrz6gh25whauky6nd6xf6l', [
          'What do you want to do in the next few years?',
          'Beth rydych chi eisiau ei wneud yn ystod y blynyddoedd nesaf?',
        ]),
        choices(
          'q_lzybd44efdfukdpdygvkqmyhkt',
          ['What do you want help with?', 'Gyda beth hoffech chi gael cymorth?'],
          {
            optional: true,
            options: [
              ['work', 'Finding work or training', 'Dod o hyd i waith neu hyfforddiant'],
              ['living', 'Living on my own', 'Byw ar fy mhen fy hun'],
              ['friends', 'Friends and going out', 'Ffrindiau a mynd allan'],
              ['health', 'Staying healthy', 'Cadw’n iach'],
              ['travel', 'Getting around', 'Teithio o gwmpas'],
              ['money', 'Money', 'Arian'],
            ],
            none: ['none', 'None of these', 'Dim un o’r rhain'],
          },
        ),
        longText(
          'q_7g3euqsksyez347iiv3h2spmh6',
          ['Tell us more about the help you want', 'Dywedwch fwy am y cymorth rydych ei eisiau'],
          { optional: true },
        ),
        shortText(
          'q_ltitjajhaamwrtd63nfm4invfk',
          ['Who else should we ask about you?', 'Pwy arall dylem ni ei holi amdanoch?'],
          {
            optional: true,
            help: [
              'Somebody who knows you well, such as a teacher, a nurse or a youth worker.',
              'Rhywun sy’n eich adnabod yn dda, fel athro, nyrs neu weithiwr ieuenctid.',
            ],
          },
        ),
        choice(
          'q_saqan6le4chsjviaenhz444okq',
          [
            'How do you want us to talk to you about your plan?',
            'Sut hoffech chi i ni siarad â chi am eich cynllun?',
          ],
          {
            options: [
              ['me', 'Talk to me', 'Siaradwch â mi'],
              ['both', 'Talk to me and my parent or carer', 'Siaradwch â mi a’m rhiant neu ofalwr'],
              ['other', 'Talk to somebody I choose', 'Siaradwch â rhywun rwy’n ei ddewis'],
            ],
          },
        ),
        files('q_cows4gbu5odcpg64sngzwj2cuh', ['Pictures or papers', 'Lluniau neu bapurau'], {
          optional: true,
        }),
      ],
    }),
  ],
}
