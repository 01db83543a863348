import {
  adulthoodPage,
  adviserPage,
  involvementPage,
  outcomesPage,
  provisionPage,
  signOffPage,
} from './advice-pages.ts'
import { adviceGuidance } from './advice-guidance.ts'
import {
  choice,
  choices,
  longText,
  page,
  section,
  shortText,
  wholeNumber,
  yesNo,
  isOneOf,
  type LibraryForm,
} from './library-parts.ts'
import { sen2Needs } from './need-options.ts'

const sensory = 'q_4auq6gepy5idquzbk5zs7qvgn3'
const known = 'q_bnokngf46uwj5k2wm6fb6tl5ar'

/** Advice from the head or principal of the setting (SEND Regulations 2014 reg 6(1)(b), 6(2)). */
export const adviceEducation: LibraryForm = {
  code: 'ADVICE-EDU',
  title: { en: 'Education advice', cy: 'Cyngor addysg' },
  audience: 'professionals',
  purpose: 'information',
  guidance: adviceGuidance,
  informationDueDays: 42,
  pages: [
    adviserPage({
      page: 'p_brufsez5eguc2qeajllfeafj3h',
      child: 'q_iyn2riy4oqc6rhc5vzto7znrb5',
      name: 'q_gwqvyvebnlw5vreiubjqv6zzq2',
      post: 'q_7ryozy5d7pnxgqdpm26nssol5k',
      organisation: 'q_bddoqpsmanhxyv6rcvdaay64vi',
      contact: 'q_5o4kyx6ihnp5h7g7m66a36mtpk',
    }),
    involvementPage({
      page: 'p_ird5psrpkeqld6sq3ux3t2zyyv',
      known,
      checked: 'q_prpw5kjnvskhwcbxai3mxvd5nr',
      since: 'q_saiwkkwhwlbcqoglpozqon23kt',
      lastSeen: 'q_p72ddclrkod7hotp677ns5pvwj',
      based: 'q_mbihflsbizw4p5m7br4crfgp54',
      family: 'q_c563fzowjxpwahcnjxfw4kpkil',
      views: 'q_r4znzbsln4in7snvtpv2h6cpjj',
      sufficient: 'q_pyh75sfadpyinocu4kyeuzrsnc',
      earlier: 'q_4v52dyz2ixkavkykkycev4i6sd',
    }),
    page('p_tgdnzs6giaz6wjvl57ayipnwjw', ['At school or college', 'Yn yr ysgol neu’r coleg'], {
      questions: [
        choice(
          'q_awhcinsrxl2cjigz7i4s5ajnda',
          ['Which support does the child have now?', 'Pa gymorth sydd gan y plentyn nawr?'],
          {
            options: [
              ['n', 'No special educational provision', 'Dim darpariaeth addysgol arbennig'],
              ['k', 'Special educational needs (SEN) support', 'Cymorth anghenion addysgol arbennig (AAA)'],
              ['e', 'An education, health and care (EHC) plan', 'Cynllun addysg, iechyd a gofal (EHC)'],
            ],
          },
        ),
        wholeNumber(
          'q_37nnsuhaf4qtq2qvfkgzuwri47',
          ['Attendance this school year, in per cent', 'Presenoldeb y flwyddyn ysgol hon, fel canran'],
          { min: 0, max: 100, optional: true },
        ),
        longText(
          'q_nrclmfldmnowalfzip257nd7xv',
          ['Why has the child missed school?', 'Pam mae’r plentyn wedi colli ysgol?'],
          {
            optional: true,
            help: [
              'Include suspensions and part-time timetables.',
              'Cynhwyswch waharddiadau ac amserlenni rhan-amser.',
            ],
          },
        ),
        choice(
          sensory,
          [
            'Does the child have a hearing or vision impairment?',
            'Oes gan y plentyn nam ar y clyw neu’r golwg?',
          ],
          {
            options: [
              ['no', 'No', 'Nac oes'],
              ['hearing', 'Hearing', 'Clyw'],
              ['vision', 'Vision', 'Golwg'],
              ['both', 'Both', 'Y ddau'],
            ],
          },
        ),
        shortText(
          'q_bkuwietm6cgztx7rmqnfejdfnl',
          [
            'Which specialist teacher helped with this advice?',
            'Pa athro arbenigol helpodd gyda’r cyngor hwn?',
          ],
          {
            showIf: isOneOf(sensory, ['hearing', 'vision', 'both']),
            help: [
              'The law asks for a teacher who is qualified for this impairment.',
              'Mae’r gyfraith yn gofyn am athro sydd â chymhwyster ar gyfer y nam hwn.',
            ],
          },
        ),
      ],
    }),
    page('p_4sa4qbhff7uhwjcveipsqs2yqx', ['Strengths and needs', 'Cryfderau ac anghenion'], {
      questions: [
        longText('q_bs2qwu7rpnomxjo6jcv4xtgjqb', [
          'What is the child good at?',
          'Beth mae’r plentyn yn dda am ei wneud?',
        ]),
        choice('q_tmljwotdjuql325c2dmryuc3ow', ['What is the main need?', 'Beth yw’r prif angen?'], {
          options: sen2Needs,
        }),
        choices(
          'q_x5oypnfkyv3phwgyfnrbihqfhq',
          ['Which other needs are there?', 'Pa anghenion eraill sydd?'],
          { optional: true, options: sen2Needs },
        ),
      ],
      sections: [
        section('s_anxxlalnqmbecusy3465k72taq', ['Each area of need', 'Pob maes angen'], {
          guidance: [
            'Write what the child can do now, what is hard, and how you know. Leave an area empty if there is no need.',
            'Ysgrifennwch beth gall y plentyn ei wneud nawr, beth sy’n anodd, a sut rydych yn gwybod. Gadewch faes yn wag os nad oes angen.',
          ],
          questions: [
            longText(
              'q_ii5p64s5p2dt5wflrsuwjk7jca',
              ['Communication and interaction', 'Cyfathrebu a rhyngweithio'],
              { optional: true },
            ),
            longText('q_lqmp3yby5myjb6glxoe5je5vku', ['Cognition and learning', 'Gwybyddiaeth a dysgu'], {
              optional: true,
              help: ['With levels of attainment and their dates.', 'Gyda lefelau cyrhaeddiad a’u dyddiadau.'],
            }),
            longText(
              'q_2jmgdsvu24um3bxxxg47iy6a67',
              ['Social, emotional and mental health', 'Iechyd cymdeithasol, emosiynol a meddyliol'],
              { optional: true },
            ),
            longText('q_7vabzynrb3hc3tv43s3a4kahm5', ['Sensory and physical', 'Synhwyraidd a chorfforol'], {
              optional: true,
            }),
          ],
        }),
      ],
    }),
    page('p_osinljlazq5vqcto2nfwpshv27', ['Help so far', 'Cymorth hyd yma'], {
      questions: [
        longText('q_3lihrlvbwgndwhvb4vtijnjdb5', [
          'What help has been given, how much and since when?',
          'Pa gymorth sydd wedi’i roi, faint ac ers pryd?',
        ]),
        longText('q_zsarq6fip4a4xv57vsy66jrzut', [
          'What difference did it make?',
          'Pa wahaniaeth wnaeth hynny?',
        ]),
        yesNo('q_5xtvgzyb7pfkwh3amsvzbazi4e', [
          'Can the setting meet the child’s needs with more help?',
          'All y lleoliad ddiwallu anghenion y plentyn gyda mwy o gymorth?',
        ]),
      ],
    }),
    outcomesPage(
      {
        page: 'p_2zgrhkutb5yjttdoinibov2hdi',
        outcomes: 'q_euzpvysu3crdo4wmmf52bg625h',
        outcome: 'q_j3jnm3d3j4dqpnfyswsyjcgxor',
        need: 'q_x5mw4qwqcom5i5weqekvzpo4ub',
        by: 'q_xjvmu3iiz2c4fzddu7n3mbrpp3',
        steps: 'q_2pledj5rwa2rfualm3icpe3fb3',
      },
      known,
    ),
    provisionPage(
      {
        page: 'p_ihbsiaogmmnvrchiqzedlmddlv',
        provision: 'q_xdd3jvzo253lr2g76r6w4w566d',
        what: 'q_xihtlvkyep65tg4ys3zkbdueyf',
        outcome: 'q_snelkq74jskd4gih7a7dmaodpz',
        who: 'q_n4lw5dkstnc3iasum4kmdyvmnv',
        skill: 'q_a3olxr7uue4nky5xpu4q7inwsm',
        hours: 'q_nanxwvhjvotixcsc7ktjwqouqi',
        often: 'q_m3cakvfmiqggbki7qvn5n5cfs5',
        size: 'q_ucbc2vpacgypwtosjwupkomfah',
        section: 'q_cwlz3ge75j2c3iktojl5x52u3m',
      },
      known,
    ),
    adulthoodPage({
      page: 'p_qiut5mkexhevmxlradgeoz4pt2',
      older: 'q_ulbru4gtjcr7qltl26eh5pfcyb',
      work: 'q_s3nv4vncqbjyivn4ut3zys3irf',
      living: 'q_f2ufmb6lv5ae6iueomdgc7dhtu',
      community: 'q_ayfwhalsnpna424ltcelme6c7p',
      health: 'q_ssevx4jlg4eksyxx7xywqbtmz4',
    }),
    signOffPage({
      page: 'p_p56sjlmdltdsdrlpv6jjgjlzso',
      others: 'q_67hdrp5xxatkz2zjx7njldm2ud',
      files: 'q_rineg5yxg2sso2ipgfjdlgt5tx',
      checked: 'q_hnz3x7tw6voorzoemombx2fn7c',
      lead: 'q_6w7f7q5bm2ngwpzbu54wt4dx3l',
      signed: 'q_fs4vf34ssrbkf6hfqwtucgjamw',
    }),
  ],
}
