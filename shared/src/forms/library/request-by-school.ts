import {
  choice,
  choices,
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
  section,
  shortText,
  wholeNumber,
  yesNo,
  type LibraryForm,
} from './library-parts.ts'
import { sen2Needs } from './need-options.ts'

const familyKnows = 'q_shle6yedg4rly2mq5uftkhhptn'
const older = 'q_wkwxxirjdhvl7rz6uz6s3opycj'

/** A school’s or college’s request for an EHC needs assessment (Children and Families Act 2014 s.36(1)). */
export const requestBySchool: LibraryForm = {
  code: 'EHC-REQUEST-SCHOOL',
  title: {
    en: 'Request an EHC needs assessment (school or setting)',
    cy: 'Gofyn am asesiad o anghenion EHC (ysgol neu leoliad)',
  },
  audience: 'professionals',
  purpose: 'ehcNeedsAssessmentRequest',
  guidance: {
    en: 'Use this form for a nursery, school or college. We must tell the family within six weeks whether we will assess. We decide one thing: whether the child has or may have special educational needs, and may need a plan. Attach what you have already. Do not write it twice. EHC stands for education, health and care.',
    cy: 'Defnyddiwch y ffurflen hon ar gyfer meithrinfa, ysgol neu goleg. Rhaid i ni ddweud wrth y teulu o fewn chwe wythnos a fyddwn yn asesu. Rydym yn penderfynu un peth: a oes gan y plentyn, neu a allai fod ganddo, anghenion addysgol arbennig, ac a allai fod angen cynllun arno. Atodwch yr hyn sydd gennych eisoes. Peidiwch â’i ysgrifennu ddwywaith. Ystyr EHC yw addysg, iechyd a gofal.',
  },
  pages: [
    page('p_45bnshn4uhnucpkiklw6u7bm4q', ['The child', 'Y plentyn'], {
      questions: [
        plain('childDetails', 'q_ir3to4p2xegs6hih7eh74qyyb4', [
          'Who is this request about?',
          'Am bwy mae’r cais hwn?',
        ]),
        pastDate('q_3rxjr6tpwea346ndreuxxn6mnw', [
          'When did the child start with you?',
          'Pryd dechreuodd y plentyn gyda chi?',
        ]),
        choice(
          'q_epsf4mr2ixiqrsuewza3cnnt6u',
          [
            'Which year group is the child taught in?',
            'Ym mha grŵp blwyddyn mae’r plentyn yn cael ei addysgu?',
          ],
          {
            options: [
              ['early', 'Nursery or Reception', 'Meithrin neu Dderbyn'],
              ['y1-6', 'Years 1 to 6', 'Blynyddoedd 1 i 6'],
              ['y7-8', 'Years 7 and 8', 'Blynyddoedd 7 ac 8'],
              ['y9-11', 'Years 9 to 11', 'Blynyddoedd 9 i 11'],
              ['post16', 'After Year 11', 'Ar ôl Blwyddyn 11'],
            ],
          },
        ),
        wholeNumber(
          'q_7sk72adbjxgzeatc4erwxy7gh2',
          ['Attendance this school year, in per cent', 'Presenoldeb y flwyddyn ysgol hon, fel canran'],
          { min: 0, max: 100, optional: true },
        ),
        yesNo('q_ebwfs5x24dzdbopgbzkwa3wd5z', [
          'Is the child looked after by a local authority?',
          'Ydy’r plentyn yn derbyn gofal gan awdurdod lleol?',
        ]),
      ],
    }),
    page('p_4zg3xp62zxzdmhxbwgg4ezxkhs', ['You and the family', 'Chi a’r teulu'], {
      questions: [
        plain('personName', 'q_aksckqu3j3ruztv7pwn2sw5vpt', ['Your name', 'Eich enw']),
        shortText('q_egm73x5q2wzoejs4ntarkerwng', ['Your post', 'Eich swydd']),
        plain('contactDetails', 'q_cmruffy5mc45paaapk2mvcavhh', [
          'How we can reach you',
          'Sut gallwn gysylltu â chi',
        ]),
        group(
          'q_7moatwcpdgj3mkgrk7vv57v3zs',
          ['Who has parental responsibility?', 'Gan bwy mae cyfrifoldeb rhiant?'],
          {
            item: ['Parent or carer', 'Rhiant neu ofalwr'],
            max: 6,
            questions: [
              plain('personName', 'q_armwuxoz6oo6ayxnda3ysgga43', ['Name', 'Enw'], { tellsOf: 'carer' }),
              plain(
                'contactDetails',
                'q_2cmlbu4gvunpouo6qvkv3ucpc3',
                ['How to reach them', 'Sut i gysylltu â nhw'],
                { optional: true, tellsOf: 'carer' },
              ),
              plain(
                'address',
                'q_y3wfwkfngkx5zz5akdp2vlizzs',
                ['Address, if it is not the child’s', 'Cyfeiriad, os nad yw’r un â’r plentyn'],
                { optional: true, tellsOf: 'carer' },
              ),
            ],
          },
        ),
        choice(
          familyKnows,
          ['Does the family know about this request?', 'Ydy’r teulu’n gwybod am y cais hwn?'],
          {
            options: [
              ['agrees', 'Yes, and they agree', 'Ydyn, ac maen nhw’n cytuno'],
              ['disagrees', 'Yes, but they do not agree', 'Ydyn, ond nid ydynt yn cytuno'],
              ['no', 'No', 'Nac ydyn'],
            ],
          },
        ),
        longText(
          'q_fhrtwyc5eboh242o2yj73rldfy',
          ['Why do they not agree, or not know?', 'Pam nad ydynt yn cytuno, neu ddim yn gwybod?'],
          {
            showIf: isOneOf(familyKnows, ['disagrees', 'no']),
          },
        ),
        longText('q_5w3vyhkfpdgn3khx2shdg62eh3', [
          'What do the parents say?',
          'Beth mae’r rhieni’n ei ddweud?',
        ]),
        longText(
          'q_jgn6ujkwcbusr4wr65r5rqywux',
          ['What does the child say?', 'Beth mae’r plentyn yn ei ddweud?'],
          { help: ['Say how you asked.', 'Dywedwch sut gwnaethoch chi ofyn.'] },
        ),
      ],
    }),
    page('p_2qcgww4cetxyiosb3svy3jh2ni', ['Needs', 'Anghenion'], {
      questions: [
        choice('q_d7nqdphwktkn46whhbq3665spu', ['What is the main need?', 'Beth yw’r prif angen?'], {
          options: sen2Needs,
        }),
        choices(
          'q_afdspt7o7q5dhfjxaxujtjymjt',
          ['Which other needs are there?', 'Pa anghenion eraill sydd?'],
          { optional: true, options: sen2Needs },
        ),
        longText('q_dxyhboxtca2ilccg2vns2if7xr', [
          'What is the child good at?',
          'Beth mae’r plentyn yn dda am ei wneud?',
        ]),
      ],
      sections: [
        section('s_q67d3vgh2lqbepbv2537mijtzl', ['Each area of need', 'Pob maes angen'], {
          guidance: ['Leave an area empty if there is no need.', 'Gadewch faes yn wag os nad oes angen.'],
          questions: [
            longText(
              'q_2ew4ml2foxigxcmcqzz5wlhzls',
              ['Communication and interaction', 'Cyfathrebu a rhyngweithio'],
              { optional: true },
            ),
            longText('q_6zb7vzd3hg2fwbn5hdqvuhnobf', ['Cognition and learning', 'Gwybyddiaeth a dysgu'], {
              optional: true,
              help: ['With levels of attainment and their dates.', 'Gyda lefelau cyrhaeddiad a’u dyddiadau.'],
            }),
            longText(
              'q_323ymehlrssiaemrvgv4w32xgu',
              ['Social, emotional and mental health', 'Iechyd cymdeithasol, emosiynol a meddyliol'],
              { optional: true },
            ),
            longText('q_kw3yj4gka3t66fk7ca34w2k3gi', ['Sensory and physical', 'Synhwyraidd a chorfforol'], {
              optional: true,
            }),
            longText('q_4jj3cmrxjzekoani5tfmzlxvb6', ['Health and care at home', 'Iechyd a gofal gartref'], {
              optional: true,
            }),
          ],
        }),
      ],
    }),
    page('p_yqetxpu24hq6y36lnvrzwk6xlt', ['Help so far', 'Cymorth hyd yma'], {
      questions: [
        group(
          'q_zugiildtfkxtyeovgznv5a76ni',
          ['What help has the child had?', 'Pa gymorth mae’r plentyn wedi’i gael?'],
          {
            item: ['Help', 'Cymorth'],
            max: 20,
            questions: [
              longText('q_bplf3uv5wwg2kcc6yjh24pwtoy', [
                'What help, how much and by whom?',
                'Pa gymorth, faint a chan bwy?',
              ]),
              month('q_jr2pj7iadi2dqnwprjqhh7etoc', ['Since when?', 'Ers pryd?']),
              longText('q_qy2bz7fe4jvv5e5yj5dbvqpd67', [
                'What difference did it make?',
                'Pa wahaniaeth wnaeth hynny?',
              ]),
            ],
          },
        ),
        longText('q_hssggzg3ytuwy74rfmmxdw2psl', [
          'Why is more help needed than you can give?',
          'Pam mae angen mwy o gymorth nag y gallwch chi ei roi?',
        ]),
        longText('q_fazl6txw4cifxfzkbewnuozxtj', [
          'What should the child be able to do in a few years?',
          'Beth ddylai’r plentyn allu ei wneud ymhen ychydig flynyddoedd?',
        ]),
      ],
    }),
    page('p_7n2qlnbitd6gtwd2aghdoasou5', ['Preparing for adult life', 'Paratoi ar gyfer bywyd oedolyn'], {
      questions: [
        yesNo(older, ['Is the child in Year 9 or older?', 'Ydy’r plentyn ym Mlwyddyn 9 neu’n hŷn?']),
        longText(
          'q_svrsnaffn4gfriniaimwvgmw5d',
          [
            'What help is needed to prepare for adult life?',
            'Pa gymorth sydd ei angen i baratoi ar gyfer bywyd oedolyn?',
          ],
          { optional: true, showIf: is(older, 'yes') },
        ),
      ],
    }),
    page('p_frkmcmi5n4ddrc4qym4eb26pwu', ['Who to ask', 'Pwy i’w holi'], {
      questions: [
        group(
          'q_xxylxfadn3zvs5tymywlrsc2oh',
          ['Who works with the child now?', 'Pwy sy’n gweithio gyda’r plentyn nawr?'],
          {
            item: ['Professional', 'Gweithiwr proffesiynol'],
            max: 15,
            optional: true,
            questions: [
              plain('personName', 'q_mg3cofodwyddvavhu7zrcf75xz', ['Name', 'Enw']),
              shortText('q_fffufgmh5nxqy3g2gb4if6parl', ['Post and service', 'Swydd a gwasanaeth'], {
                help: [
                  'For example educational psychologist, speech therapist, social worker.',
                  'Er enghraifft seicolegydd addysg, therapydd lleferydd, gweithiwr cymdeithasol.',
                ],
              }),
              plain(
                'contactDetails',
                'q_qlbfnq75fbdpapjjwtujjjlh2q',
                ['How to reach them', 'Sut i gysylltu â nhw'],
                { optional: true },
              ),
            ],
          },
        ),
        files(
          'q_kin6r5sxyyikxlbd6nsuradkxn',
          ['Reports and support plans', 'Adroddiadau a chynlluniau cymorth'],
          {
            optional: true,
            help: [
              'Give us earlier advice, so that nobody is asked twice.',
              'Rhowch gyngor cynharach i ni, fel na fydd neb yn cael ei holi ddwywaith.',
            ],
          },
        ),
        declaration(
          'q_7dwzmrp67nd4bgkxatbvkr6p3o',
          ['Signature of the head or principal', 'Llofnod y pennaeth'],
          [
            'I make this request for the setting. What it says is right as far as we know.',
            'Rwy’n gwneud y cais hwn ar ran y lleoliad. Mae’r hyn mae’n ei ddweud yn gywir hyd y gwyddom.',
          ],
        ),
      ],
    }),
  ],
}
