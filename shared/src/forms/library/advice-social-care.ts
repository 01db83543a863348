import {
  adulthoodPage,
  adviserPage,
  involvementPage,
  outcomesPage,
  provisionPage,
  signOffPage,
} from './advice-pages.ts'
import { adviceGuidance } from './advice-guidance.ts'
import { choices, longText, page, pastDate, yesNo, is, type LibraryForm } from './library-parts.ts'

const direct = 'q_64lbsbsoq24ngxsdw2v5iypgfj'
const known = 'q_ube6niyzkwgdstyhyrpec566vz'

/** Social care advice (reg 6(1)(e)), for sections D, H1 and H2 of the plan. */
export const adviceSocialCare: LibraryForm = {
  code: 'ADVICE-SC',
  title: { en: 'Social care advice', cy: 'Cyngor gofal cymdeithasol' },
  audience: 'professionals',
  purpose: 'information',
  guidance: adviceGuidance,
  informationDueDays: 42,
  pages: [
    adviserPage({
      page: 'p_d72owdahkrh6kbiazu4v3unkyi',
      child: 'q_asatjniivxyiaakwfugu7mmrlb',
      name: 'q_5xohovljdg3rxi7ihu27a3u5ga',
      post: 'q_7x3hanzql7ccrivhattbceus4e',
      organisation: 'q_y6ylaf57d5qxexl52mjzugbzfq',
      contact: 'q_4sa3ehnuqx6xoakjmw34oofdvn',
    }),
    involvementPage({
      page: 'p_uojyogrycwzajejnikxzmweaxq',
      known,
      checked: 'q_tvhzi5yf3cjbiiolimasrhssj3',
      since: 'q_sjwipeum6kowc6dagewxoyldpm',
      lastSeen: 'q_bmmomcfaoccspsak5j6nbktf7n',
      based: 'q_y6xgtypgayknq4afz6yh6m5jov',
      family: 'q_6cedm43tqv4pgta6vnjaqocbq3',
      views: 'q_7acftps5xlxubueumw7mvyx3nj',
      sufficient: 'q_n6rkzhp2i2nyfxymej6yvmzjgf',
      earlier: 'q_apn7hbkrhfzisecwkxun6ngge7',
    }),
    page('p_ygl526p7uzbay6dtc4ijf3jvr7', ['Social care needs', 'Anghenion gofal cymdeithasol'], {
      questions: [
        choices('q_rehfqe33swlhn22o43vgbwwqfg', ['What is in place now?', 'Beth sydd ar waith nawr?'], {
          optional: true,
          options: [
            ['early-help', 'Early help', 'Cymorth cynnar'],
            ['in-need', 'Child in need plan', 'Cynllun plentyn mewn angen'],
            ['protection', 'Child protection plan', 'Cynllun amddiffyn plant'],
            ['looked-after', 'Looked after by a local authority', 'Yn derbyn gofal gan awdurdod lleol'],
            ['short-breaks', 'Short breaks', 'Seibiannau byr'],
            ['adult', 'Adult social care', 'Gofal cymdeithasol i oedolion'],
          ],
          none: ['none', 'None of these', 'Dim un o’r rhain'],
        }),
        pastDate(
          'q_vevsoxryy6zhh2n5xrz76urh5o',
          ['When were the child’s needs last assessed?', 'Pryd aseswyd anghenion y plentyn ddiwethaf?'],
          {
            optional: true,
            help: [
              'If they never were, say below whether they should be.',
              'Os na wnaed hynny erioed, dywedwch isod a ddylid ei wneud.',
            ],
          },
        ),
        longText('q_bp527kkbpwp5a4q756fyjm7e6e', [
          'What helps this child and family at home and outside?',
          'Beth sy’n helpu’r plentyn a’r teulu hwn gartref a’r tu allan?',
        ]),
        longText('q_a3pr6y3y5ib6o7wq6evqmmwaxq', [
          'Social care needs linked to the special educational needs',
          'Anghenion gofal cymdeithasol sy’n gysylltiedig â’r anghenion addysgol arbennig',
        ]),
        longText(
          'q_qp36elzpsozzcxwj3w5dxfn7wv',
          ['Other social care needs', 'Anghenion gofal cymdeithasol eraill'],
          { optional: true },
        ),
        longText(
          'q_6govfdscssyrnoes6sxp6wa66m',
          ['What do parents and other carers need?', 'Beth sydd ei angen ar rieni a gofalwyr eraill?'],
          {
            optional: true,
            help: [
              'Brothers and sisters who help are carers too.',
              'Mae brodyr a chwiorydd sy’n helpu yn ofalwyr hefyd.',
            ],
          },
        ),
        yesNo(
          'q_o6wpc4r6z72eq7vztmpfxcr7x4',
          ['Is the child disabled under the 1970 Act?', 'Ydy’r plentyn yn anabl dan Ddeddf 1970?'],
          {
            help: [
              'The Chronically Sick and Disabled Persons Act 1970, section 2. Its help belongs in section H1.',
              'Deddf Cleifion Cronig a Phersonau Anabl 1970, adran 2. Mae ei chymorth yn perthyn i adran H1.',
            ],
          },
        ),
        yesNo(direct, [
          'Does the family get direct payments, or want them?',
          'Ydy’r teulu’n cael taliadau uniongyrchol, neu eu heisiau?',
        ]),
        longText(
          'q_ltuyviiyyejq2thm4suirwavkk',
          ['What would the payments be for?', 'Ar gyfer beth fyddai’r taliadau?'],
          { optional: true, showIf: is(direct, 'yes') },
        ),
      ],
    }),
    outcomesPage(
      {
        page: 'p_fsyrc4rvvdlhvhst2lpl6dj3zz',
        outcomes: 'q_aet5w6hbyxdh76jfzhhzbujhte',
        outcome: 'q_edzzscrkbavcm7td6hvvjcfhdp',
        need: 'q_3ec27c73tuo5k5tjqk54g3en4y',
        by: 'q_nagmwlc2gbdi55dfrq7fogc54d',
        steps: 'q_7blt5o2iffus3tt36oymrgxw7x',
      },
      known,
    ),
    provisionPage(
      {
        page: 'p_dtl7ygg5pymwemn7wgwyrcwjgg',
        provision: 'q_dhby7hg5blnjzr245lba5kgw3c',
        what: 'q_ukzhpvmzmktse3ezsaahnaytlh',
        outcome: 'q_rbfusccpblebc2ss2qp7dclycp',
        who: 'q_zrmvf7bp4ty47w3azfjtgptzqv',
        skill: 'q_foyd43cuv7ubds2e2fypdk4xpe',
        hours: 'q_cjhl3dmhxot4d7yicuy5vufqld',
        often: 'q_5kl6ghfq2nekkmtqfi4cvemjv6',
        size: 'q_vobarg2rotc7c46ukxfqd4qd3o',
        section: 'q_leyguokeqape7wojqcounqrxn2',
      },
      known,
    ),
    adulthoodPage({
      page: 'p_optw6z5fvdhadr3vlwp66ty5rn',
      older: 'q_wzjo73nma3almwjw2sf2dtkj6d',
      work: 'q_6lygn2eabcayllhrfgj4chaama',
      living: 'q_7djvg2ekzqx5ndnosiq76zi3jg',
      community: 'q_aiwqc4xuvqd6bqvbznb5pxgy7g',
      health: 'q_bpluflcxqciwhtgl3qokm556ma',
    }),
    signOffPage({
      page: 'p_mwda72n4slqtu53xe2rql6a75z',
      others: 'q_ccfob5ew7obq4t5bqrx6a7rykq',
      files: 'q_3dpuhisqfr4kpfudwcpriyji36',
      checked: 'q_2a4fosekqdfvguyhbk2ywujr55',
      lead: 'q_7b52tpqy3qeoadyepr54myengj',
      signed: 'q_7bjpwvv36d2dxisub7gfgqjh2r',
    }),
  ],
}
