import {
  choice,
  choices,
  declaration,
  files,
  group,
  is,
  longText,
  page,
  pastDate,
  plain,
  shortText,
  wholeNumber,
  yesNo,
  type LibraryForm,
} from './library-parts.ts'

const older = 'q_za7fgu7c6wixgy5pe43pmkrlfh'
const outcome = 'q_g44ccyvcv3cug4czh6okty4733'
const agreed = 'q_ojq2eyyfmgmzyb46hkkblffn3u'
const moving = 'q_3yz3vcidyifeqx2des4thwxhuw'

/** The report of the head or principal on a review meeting (SEND Regulations 2014 reg 20). */
export const annualReviewSchool: LibraryForm = {
  code: 'REVIEW-SCHOOL',
  title: {
    en: 'Annual review report (school or setting)',
    cy: 'Adroddiad adolygiad blynyddol (ysgol neu leoliad)',
  },
  audience: 'professionals',
  purpose: 'information',
  guidance: {
    en: 'Send this report within two weeks of the review meeting. We must tell the family within four weeks of the meeting whether we keep, change or end the plan. Copy the report to everyone who was invited.',
    cy: 'Anfonwch yr adroddiad hwn o fewn pythefnos i’r cyfarfod adolygu. Rhaid i ni ddweud wrth y teulu o fewn pedair wythnos i’r cyfarfod a fyddwn yn cadw, yn newid neu’n dod â’r cynllun i ben. Anfonwch gopi o’r adroddiad at bawb a wahoddwyd.',
  },
  informationDueDays: 14,
  pages: [
    page('p_b26hn5gjrawsacuc6akjwg4f7p', ['The child and you', 'Y plentyn a chi'], {
      questions: [
        plain('childDetails', 'q_rabl434ve6zpvzzsps2jw76qxi', [
          'Whose plan was reviewed?',
          'Cynllun pwy a adolygwyd?',
        ]),
        plain('personName', 'q_eocbksk2ckdeijt3zy6sl3jzhz', ['Your name', 'Eich enw']),
        shortText('q_4oe3q7pqaxlzcsi2kizrdpblvn', ['Your post and setting', 'Eich swydd a’ch lleoliad']),
        wholeNumber(
          'q_7htegdnack2b2crkuulngnw7da',
          [
            'Attendance since the last review, in per cent',
            'Presenoldeb ers yr adolygiad diwethaf, fel canran',
          ],
          { min: 0, max: 100, optional: true },
        ),
      ],
    }),
    page('p_a6dyen6t5k6jz3w6tz5g326oaj', ['The meeting', 'Y cyfarfod'], {
      questions: [
        pastDate('q_e5othe5srvgqwqj5d2stzqb4nw', ['When was the meeting?', 'Pryd oedd y cyfarfod?']),
        yesNo('q_rmtnct2rc7m2kcuwr3eezuwmgc', [
          'Was everyone invited at least two weeks before?',
          'A gafodd pawb eu gwahodd o leiaf bythefnos ymlaen llaw?',
        ]),
        yesNo('q_oy25llxc42cgsd54bgfjpv6rnn', [
          'Were all reports sent round at least two weeks before?',
          'A gafodd yr holl adroddiadau eu dosbarthu o leiaf bythefnos ymlaen llaw?',
        ]),
        group('q_2zzs5zmhsck2inyd6hxgaclce5', ['Who was invited?', 'Pwy gafodd wahoddiad?'], {
          item: ['Person', 'Person'],
          max: 30,
          help: [
            'The parent or young person, the setting, and the local authority’s officers for education, health and social care.',
            'Y rhiant neu’r person ifanc, y lleoliad, a swyddogion yr awdurdod lleol dros addysg, iechyd a gofal cymdeithasol.',
          ],
          questions: [
            plain('personName', 'q_y265xn67fqbmdpbjieccwfobyo', ['Name', 'Enw']),
            shortText('q_gb4wgb22wxadp46mndiczh4ezd', ['Who are they?', 'Pwy ydyn nhw?']),
            choice('q_xatcm75p5nivlzeoh6wtpabkbf', ['What did they do?', 'Beth wnaethon nhw?'], {
              options: [
                ['came', 'They came', 'Daethon nhw'],
                ['wrote', 'They sent a report', 'Anfonon nhw adroddiad'],
                ['both', 'They came and sent a report', 'Daethon nhw ac anfon adroddiad'],
                ['neither', 'Neither', 'Dim un'],
              ],
            }),
          ],
        }),
      ],
    }),
    page('p_e5zcwfaz3sz3cz5ryzzsd4usrq', ['Views', 'Barn'], {
      questions: [
        longText(
          'q_ghjtxuvi2wukxzxnugoggovnur',
          ['What does the child say?', 'Beth mae’r plentyn yn ei ddweud?'],
          {
            help: [
              'Say how you asked, and how the child took part.',
              'Dywedwch sut gwnaethoch chi ofyn, a sut cymerodd y plentyn ran.',
            ],
          },
        ),
        longText(
          'q_h5vibetetxbljztyrl55eplvxl',
          ['What do the parents say?', 'Beth mae’r rhieni’n ei ddweud?'],
          {
            help: [
              'If they sent their own form, you need not repeat it.',
              'Os anfonon nhw eu ffurflen eu hunain, nid oes angen ei hailadrodd.',
            ],
          },
        ),
      ],
    }),
    page('p_agchdougcufxabxz4mmrmplapd', ['Progress and help', 'Cynnydd a chymorth'], {
      questions: [
        group(
          'q_z4fadgfvwzs2o6yqxkgwgtizvx',
          [
            'How far is each outcome of the plan reached?',
            'I ba raddau mae pob deilliant yn y cynllun wedi’i gyrraedd?',
          ],
          {
            item: ['Outcome', 'Deilliant'],
            max: 20,
            questions: [
              longText('q_pcbsrobx2vb6sx6krmja7ggytl', [
                'The outcome as the plan has it',
                'Y deilliant fel y mae yn y cynllun',
              ]),
              choice(
                'q_c5pt4cvsydxpnfn6aoq3tnfsci',
                ['How far is it reached?', 'I ba raddau mae wedi’i gyrraedd?'],
                {
                  options: [
                    ['reached', 'Reached', 'Wedi’i gyrraedd'],
                    ['partly', 'In part', 'Yn rhannol'],
                    ['not', 'Not yet', 'Ddim eto'],
                    ['gone', 'It no longer fits', 'Nid yw’n addas mwyach'],
                  ],
                },
              ),
              longText('q_qup6oh65bmisc2hx3rhmakght2', [
                'How do you know, and what comes next?',
                'Sut rydych yn gwybod, a beth sydd nesaf?',
              ]),
            ],
          },
        ),
        longText(
          'q_a7rg3vgtiaxsrvwgw56q7p6hbx',
          ['Was all help in sections F, G and H given?', 'A roddwyd yr holl gymorth yn adrannau F, G ac H?'],
          { help: ['Name what was not given, and why.', 'Nodwch yr hyn na roddwyd, a pham.'] },
        ),
        longText(
          'q_vioyjpihctxa3sd3hmvmwehdv6',
          ['Which needs are new or have changed?', 'Pa anghenion sy’n newydd neu wedi newid?'],
          { optional: true },
        ),
        yesNo('q_gdglrkfpe32hupvb7qgs5q5gie', [
          'Is the placement in section I still right?',
          'Ydy’r lleoliad yn adran I yn dal yn iawn?',
        ]),
        yesNo('q_xvozrro4wn4aclmot6kr7myboi', [
          'Should a personal budget be looked at?',
          'A ddylid edrych ar gyllideb bersonol?',
        ]),
      ],
    }),
    page('p_ubntxba64lq3xxpfjlplxyimje', ['The next step', 'Y cam nesaf'], {
      questions: [
        yesNo(
          moving,
          [
            'Does the child move to another phase of education next?',
            'Ydy’r plentyn yn symud i gyfnod addysg arall nesaf?',
          ],
          {
            help: [
              'For example from nursery to school, from infants to juniors, to secondary school or to college.',
              'Er enghraifft o feithrinfa i ysgol, o’r babanod i’r adran iau, i ysgol uwchradd neu i goleg.',
            ],
          },
        ),
        longText(
          'q_cpinfynorhn4hrihostclhjjk4',
          [
            'Which placement does the family want, and what will help with the move?',
            'Pa leoliad mae’r teulu ei eisiau, a beth fydd yn helpu gyda’r symud?',
          ],
          { optional: true, showIf: is(moving, 'yes') },
        ),
        yesNo(older, ['Is the child in Year 9 or older?', 'Ydy’r plentyn ym Mlwyddyn 9 neu’n hŷn?']),
        choices(
          'q_sis5vf3a63wpii7zbicsjjzejt',
          [
            'What did the meeting plan for adult life?',
            'Beth gynlluniodd y cyfarfod ar gyfer bywyd oedolyn?',
          ],
          {
            optional: true,
            showIf: is(older, 'yes'),
            options: [
              ['work', 'More learning and work', 'Dysgu pellach a gwaith'],
              ['living', 'Living independently', 'Byw’n annibynnol'],
              ['community', 'Friends and taking part', 'Ffrindiau a chymryd rhan'],
              ['health', 'Health as an adult', 'Iechyd fel oedolyn'],
            ],
          },
        ),
        longText(
          'q_mldmwnwtbxh2574cjn2sazyy3v',
          [
            'Which help for that should the plan name?',
            'Pa gymorth ar gyfer hynny ddylai’r cynllun ei enwi?',
          ],
          { optional: true, showIf: is(older, 'yes') },
        ),
      ],
    }),
    page('p_ed7tete7yruiedwyugiqwjcrj2', ['What you recommend', 'Yr hyn rydych yn ei argymell'], {
      questions: [
        choice(outcome, ['What should happen to the plan?', 'Beth ddylai ddigwydd i’r cynllun?'], {
          options: [
            ['maintain', 'Keep it as it is', 'Ei gadw fel y mae'],
            ['amend', 'Change it', 'Ei newid'],
            ['cease', 'End it', 'Dod ag ef i ben'],
          ],
        }),
        longText(
          'q_d2xq2h3q74huionou2idszehsv',
          ['Which changes, section by section, and why?', 'Pa newidiadau, adran wrth adran, a pham?'],
          { showIf: is(outcome, 'amend') },
        ),
        longText(
          'q_qtvchcb5slixrrdnhevn2hydif',
          ['Why is the plan no longer needed?', 'Pam nad oes angen y cynllun mwyach?'],
          { showIf: is(outcome, 'cease') },
        ),
        yesNo(agreed, ['Did everyone at the meeting agree?', 'A oedd pawb yn y cyfarfod yn cytuno?']),
        longText(
          'q_mgjby44ojq32efcbfmvibmkpew',
          [
            'Who did not agree, and what do they recommend?',
            'Pwy oedd yn anghytuno, a beth maen nhw’n ei argymell?',
          ],
          { showIf: is(agreed, 'no') },
        ),
        files('q_myxm4zckbfuydbj3q62tf3stbx', ['Reports to the meeting', 'Adroddiadau i’r cyfarfod'], {
          optional: true,
        }),
        declaration(
          'q_aytj3m3njwzms2fwbxmssqenpq',
          ['Signature of the head or principal', 'Llofnod y pennaeth'],
          [
            'This is a true report of the meeting. It goes to everyone who was invited.',
            'Mae hwn yn adroddiad cywir o’r cyfarfod. Mae’n mynd at bawb a wahoddwyd.',
          ],
        ),
      ],
    }),
  ],
}
