import {
  adulthoodPage,
  adviserPage,
  involvementPage,
  outcomesPage,
  provisionPage,
  signOffPage,
} from './advice-pages.ts'
import { adviceGuidance } from './advice-guidance.ts'
import { group, longText, page, plain, shortText, yesNo, is, type LibraryForm } from './library-parts.ts'

const medicine = 'q_uboxlg6ng64jtxi42vxthjmtjl'
const known = 'q_r4yu427km7lvvv5ylt27ib3dad'

/** Medical advice from a health care professional whom the commissioning body identified (reg 6(1)(c)). */
export const adviceHealth: LibraryForm = {
  code: 'ADVICE-HEALTH',
  title: { en: 'Health advice', cy: 'Cyngor iechyd' },
  audience: 'professionals',
  purpose: 'information',
  guidance: adviceGuidance,
  informationDueDays: 42,
  pages: [
    adviserPage({
      page: 'p_nzjmfceqedyk5tracdkfddzi3h',
      child: 'q_f2jp4o34lx647tzacmzdeqsunw',
      name: 'q_k7cg6pgkzd6kkshr2qr4x2vd7l',
      post: 'q_rokqgqnhaftchsitqcb4txqho7',
      organisation: 'q_xokoymc53kmuxbcns3l4gmpyqb',
      contact: 'q_lxg2kbhdza5cfiu2hwrn37g76e',
    }),
    involvementPage({
      page: 'p_fzyahutj33xmfk3deddg6zvnn2',
      known,
      checked: 'q_hrtxxtgavox3zkldjpaa4kce3s',
      since: 'q_qsgxh4vmixpjdl535udgrh2izt',
      lastSeen: 'q_7dwbnjgc4xtjbhjwwos5qhuqks',
      based: 'q_f7exohyy7zfmz254atr3e5cv5f',
      family: 'q_gu7l5eh7dbrixzxipgfprhsooa',
      views: 'q_eeojqqlmlycgudqocevyngj7ys',
      sufficient: 'q_atcnlk43mvsk3pt4e2etcsgecr',
      earlier: 'q_b3omeg3bep6x2qghuw3bosvggc',
    }),
    page('p_36ghs7ni32srdfvc2acraku7pu', ['Health needs', 'Anghenion iechyd'], {
      guidance: [
        'Write what health means for the child’s learning and daily life.',
        'Ysgrifennwch beth mae iechyd yn ei olygu i ddysgu a bywyd bob dydd y plentyn.',
      ],
      questions: [
        plain('nhsNumber', 'q_cjjdu7by76kh4mmbmwnhrfrhnm', ['NHS number', 'Rhif GIG'], { optional: true }),
        shortText(
          'q_t7sgo7k7wj3nkmtdnmbvwv24p2',
          ['Which commissioning body asked you to reply?', 'Pa gorff comisiynu ofynnodd i chi ateb?'],
          {
            optional: true,
            help: [
              'The integrated care board, or its designated clinical officer.',
              'Y bwrdd gofal integredig, neu ei swyddog clinigol dynodedig.',
            ],
          },
        ),
        group(
          'q_qrc4juovbrljg4mcw5mwfw5hd5',
          ['Which conditions does the child have?', 'Pa gyflyrau sydd gan y plentyn?'],
          {
            item: ['Condition', 'Cyflwr'],
            max: 15,
            optional: true,
            questions: [
              shortText('q_dank3k5ao7f7bhzxkedydwxwcu', ['Name of the condition', 'Enw’r cyflwr'], {
                help: ['In full, without abbreviations.', 'Yn llawn, heb dalfyriadau.'],
              }),
              longText('q_nwvwukt3py33df5lj6hkwvwjdn', [
                'What does it mean for the child?',
                'Beth mae’n ei olygu i’r plentyn?',
              ]),
              shortText(
                'q_aknxgfjkjkfr3wu7rxrvukolyo',
                ['What may change in the next years?', 'Beth allai newid yn y blynyddoedd nesaf?'],
                { optional: true },
              ),
            ],
          },
        ),
        longText('q_ryepb2z5q34vizkrmrfqybdpjc', [
          'Health needs linked to the special educational needs',
          'Anghenion iechyd sy’n gysylltiedig â’r anghenion addysgol arbennig',
        ]),
        longText('q_4xry5mhijob4ustdzghlj2nlhd', ['Other health needs', 'Anghenion iechyd eraill'], {
          optional: true,
        }),
        yesNo(medicine, [
          'Does the child need medicine or care in the school day?',
          'Oes angen meddyginiaeth neu ofal ar y plentyn yn ystod y diwrnod ysgol?',
        ]),
        longText(
          'q_nrlpkgyxeqioembk6kyrn75la6',
          ['What must staff know and do?', 'Beth mae’n rhaid i staff ei wybod a’i wneud?'],
          {
            showIf: is(medicine, 'yes'),
            help: [
              'What is usual, what is an emergency, and who trains them.',
              'Beth sy’n arferol, beth sy’n argyfwng, a phwy sy’n eu hyfforddi.',
            ],
          },
        ),
        longText(
          'q_6ehqjr76n62gz7awqkltizqj2e',
          ['Which tests or appointments are still to come?', 'Pa brofion neu apwyntiadau sydd eto i ddod?'],
          { optional: true },
        ),
      ],
    }),
    outcomesPage(
      {
        page: 'p_4dvzzuv2prtxr2o3tnacq4texj',
        outcomes: 'q_n4cetsm6up3sote6wdpp6ttimy',
        outcome: 'q_6satazicshhhgabhndg3xz24x6',
        need: 'q_f6ecyumjpnrrwxzkb4j5ygslbm',
        by: 'q_xoxfs5fj7u2lye6svhf5camhsq',
        steps: 'q_w3rehw4fbc7qj724bykygepr7e',
      },
      known,
    ),
    provisionPage(
      {
        page: 'p_yktfzlfeasampjylt2x5c6vxba',
        provision: 'q_mp36t6sdc6wrihqryfk3hwwgs2',
        what: 'q_khtyzzgsksixgtybqlfeqbfkd5',
        outcome: 'q_c3weixtorsq3mmmmy6o75ialcp',
        who: 'q_5nw43m4temddi3wioeeyq3lzi6',
        skill: 'q_zchyqe2nvwd2druiyhwci3nozq',
        hours: 'q_4eobv7tybj7yvk7ykkvlbcdj2j',
        often: 'q_64didxrkdimo6ymbugwv67lzss',
        size: 'q_iwcoj2cydunkxdpkgeisbhj5ik',
        section: 'q_ljtbxkamvijpbicwzaxeddkbsi',
      },
      known,
    ),
    adulthoodPage({
      page: 'p_afltpj6i7j2k6e2265azfo2eww',
      older: 'q_m5n6ddju3rhdp5jyf72epaaiih',
      work: 'q_tcc7cwerkputybgrfkp2qxolf5',
      living: 'q_6jthgododtfsfa4im6otl4k4kk',
      community: 'q_75y53ilcgjywggiiw4n4ij25bq',
      health: 'q_qwj4rfqfyfkgfzxc5o6bhwk3dr',
    }),
    signOffPage({
      page: 'p_d4u2n75vkay26llrtan7ab5mj6',
      others: 'q_fnls5vibncl5pmcywlr44qjfyh',
      files: 'q_p4ngmh4l2cab7dcj4ehio3xfqy',
      checked: 'q_b5q4an25lk6hohsb4xsyqemrlz',
      lead: 'q_xkhqw57qlm4ol5b7rwgvj6ocrz',
      signed: 'q_hqpfmv4susfqgmf55sjfor6ee3',
    }),
  ],
}
