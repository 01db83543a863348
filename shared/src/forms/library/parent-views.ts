import { files, longText, page, plain, section, shortText, type LibraryForm } from './library-parts.ts'

/** A family’s views, interests and aspirations for section A of the plan (SEND Regulations 2014 reg 12(1)(a)). */
export const parentViews: LibraryForm = {
  code: 'VIEWS-A',
  title: { en: 'Your views (section A)', cy: 'Eich barn (adran A)' },
  audience: 'parents',
  purpose: 'information',
  guidance: {
    en: 'Tell us about your child in your own words. There are no wrong answers. What you write here becomes section A of the plan, if there is one. Everyone who works with the plan can read it.',
    cy: 'Soniwch am eich plentyn yn eich geiriau eich hun. Nid oes atebion anghywir. Bydd yr hyn rydych yn ei ysgrifennu yma yn dod yn adran A y cynllun, os bydd un. Gall pawb sy’n gweithio gyda’r cynllun ei ddarllen.',
  },
  informationDueDays: 42,
  pages: [
    page('p_xsx6eclmvdkrevw773jiy7xqwv', ['Your child', 'Eich plentyn'], {
      questions: [
        plain('childDetails', 'q_utpkidkhhi3c24qg66wu33b6k2', ['Who is your child?', 'Pwy yw eich plentyn?']),
        shortText('q_cxxegtagr5q255rqv5bxctqyjd', ['Who is in your family?', 'Pwy sydd yn eich teulu?'], {
          optional: true,
          help: ['First names will do.', 'Mae enwau cyntaf yn ddigon.'],
        }),
        longText(
          'q_3dsmf6luud2daun6dzaktkq4go',
          [
            'What should everybody know about your child first?',
            'Beth ddylai pawb ei wybod am eich plentyn yn gyntaf?',
          ],
          {
            help: [
              'What you are proud of, and what your child enjoys.',
              'Yr hyn rydych yn falch ohono, a’r hyn mae eich plentyn yn ei fwynhau.',
            ],
          },
        ),
      ],
    }),
    page('p_gy3rf3vr6rvry2mp55eo4wvm34', ['Your child’s story', 'Stori eich plentyn'], {
      questions: [
        longText(
          'q_2e7eohyrkffbcxdhlmjzfnfodl',
          ['What has happened so far?', 'Beth sydd wedi digwydd hyd yma?'],
          {
            optional: true,
            help: [
              'Birth, first years, schools, illnesses, big changes. Leave out what you have told us before.',
              'Genedigaeth, blynyddoedd cynnar, ysgolion, salwch, newidiadau mawr. Gadewch allan yr hyn rydych wedi’i ddweud wrthym o’r blaen.',
            ],
          },
        ),
      ],
    }),
    page('p_p2xwc4j2wztp4gpnytmuyj33qb', ['Life now', 'Bywyd nawr'], {
      questions: [],
      sections: [
        section('s_qsxjgzje5pznqgczpkxnjpngw3', ['Days', 'Dyddiau'], {
          questions: [
            longText('q_2d66tokqfyhrealnmd4owfn7xq', [
              'What is a good day like for your child?',
              'Sut beth yw diwrnod da i’ch plentyn?',
            ]),
            longText('q_yc6zhsoiu25pktmpuuxi3cph3q', [
              'What is a hard day like?',
              'Sut beth yw diwrnod anodd?',
            ]),
          ],
        }),
        section('s_bdcpi7tbmyobvvtslmhwc5y6qf', ['How to be with your child', 'Sut i fod gyda’ch plentyn'], {
          questions: [
            longText(
              'q_s4h4g3izdtzyiykgrzs7xkyskz',
              [
                'How does your child tell people what they want?',
                'Sut mae eich plentyn yn dweud wrth bobl beth mae ei eisiau?',
              ],
              {
                help: [
                  'Words, signs, pictures, behaviour: whatever works.',
                  'Geiriau, arwyddion, lluniau, ymddygiad: beth bynnag sy’n gweithio.',
                ],
              },
            ),
            longText('q_4zwcxdkwgapuygq4ads6bfhtw5', [
              'What helps your child, and what does not?',
              'Beth sy’n helpu eich plentyn, a beth sydd ddim?',
            ]),
          ],
        }),
        section('s_cuactlts5yn6jcvumhviqqg2v7', ['Help', 'Cymorth'], {
          questions: [
            longText(
              'q_friagufxcqbhabwj6puifnly2j',
              [
                'What help does your child need with learning?',
                'Pa gymorth sydd ei angen ar eich plentyn gyda dysgu?',
              ],
              { optional: true },
            ),
            longText(
              'q_wpxh4t6tz5g3rlqw2q3zyxw6gw',
              [
                'What help does your child need with health?',
                'Pa gymorth sydd ei angen ar eich plentyn gydag iechyd?',
              ],
              { optional: true },
            ),
            longText(
              'q_tt7voscuh75u375xdijnwrymga',
              [
                'What help do you need at home or to go out?',
                'Pa gymorth sydd ei angen arnoch gartref neu i fynd allan?',
              ],
              { optional: true },
            ),
          ],
        }),
      ],
    }),
    page('p_xkmiudsgo3l722n2hga4f4knbm', ['The future', 'Y dyfodol'], {
      questions: [
        longText(
          'q_bq5tod5bqetnuo7qfinowqonhx',
          ['What does your child hope for?', 'Beth mae eich plentyn yn gobeithio amdano?'],
          {
            help: [
              'Friends, play, school, work, a home: now and later.',
              'Ffrindiau, chwarae, ysgol, gwaith, cartref: nawr ac yn y dyfodol.',
            ],
          },
        ),
        longText('q_k5rgmsf4lyzw5xrzal5k4bamdp', [
          'What do you hope for?',
          'Beth ydych chi’n gobeithio amdano?',
        ]),
        longText(
          'q_j77t54fmsqbeyxtkruadp4yu7z',
          ['Who else should we ask for advice?', 'Pwy arall dylem ni ofyn iddynt am gyngor?'],
          {
            optional: true,
            help: [
              'You may ask for anyone who knows your child, such as a therapist. Tell us their name and where they work.',
              'Cewch ofyn am unrhyw un sy’n adnabod eich plentyn, fel therapydd. Rhowch eu henw a ble maen nhw’n gweithio.',
            ],
          },
        ),
        files('q_s32yz7eum4ld2ufr2qgkyoqxep', ['Pictures or papers', 'Lluniau neu bapurau'], {
          optional: true,
        }),
      ],
    }),
  ],
}
