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
  group,
  longText,
  page,
  pastDate,
  section,
  shortText,
  type LibraryForm,
} from './library-parts.ts'
import { sen2Needs } from './need-options.ts'

const known = 'q_cuodfo5gvw47sdaltozoxmqz5x'

/** Advice from an educational psychologist (reg 6(1)(d)). */
export const advicePsychology: LibraryForm = {
  code: 'ADVICE-EP',
  title: { en: 'Educational psychology advice', cy: 'Cyngor seicoleg addysg' },
  audience: 'professionals',
  purpose: 'information',
  guidance: adviceGuidance,
  informationDueDays: 42,
  pages: [
    adviserPage({
      page: 'p_3mjb5sr5zvint2ybprzrqavnf4',
      child: 'q_u4sx7rwkyyyfm5ile5joaev7rd',
      name: 'q_zojzow7lmjr3ycjyk7e6qkty3n',
      post: 'q_73prsdtvslsqsdnscbppzmjv2k',
      organisation: 'q_sbqyqf4li2ouitsecufzpybuoz',
      contact: 'q_74vm6d62srlh6ukkpdy6xbhl7f',
    }),
    involvementPage({
      page: 'p_x7voew5c2yw5y2q4wckcffzwcc',
      known,
      checked: 'q_rj2otoc7uushw2txb7apw5znny',
      since: 'q_2l2hnwvd2ylxhfgc5gchdeiy4u',
      lastSeen: 'q_zuj5pm6xx7wofyfrwm5hzgvay6',
      based: 'q_evqa75yd6k5izxt6l3yyfvgpzf',
      family: 'q_27tuprt2sdifpwgejqxbpi6eqa',
      views: 'q_dtu7ofx4mgi4teujkywlzywzej',
      sufficient: 'q_w6pd2fdnupftjkvahqgpjro3zv',
      earlier: 'q_gmrwoeklknwmlthhdrbcc45hvo',
    }),
    page('p_s6kcg233qewtueqptjnrlm2afa', ['Assessment', 'Asesiad'], {
      questions: [
        group(
          'q_bcu5l5nim45xpb3j3wzuzylk4c',
          ['What did you do to assess the child?', 'Beth wnaethoch chi i asesu’r plentyn?'],
          {
            item: ['Step', 'Cam'],
            max: 15,
            questions: [
              choice('q_bbp4fgxuiwgqagqghdbhduyiea', ['What was it?', 'Beth oedd e?'], {
                options: [
                  ['observation', 'I watched the child', 'Gwyliais y plentyn'],
                  ['work', 'I worked with the child', 'Gweithiais gyda’r plentyn'],
                  ['test', 'A test with a score', 'Prawf gyda sgôr'],
                  ['family', 'I talked with the family', 'Siaradais gyda’r teulu'],
                  ['staff', 'I talked with staff', 'Siaradais gyda staff'],
                  ['records', 'I read records', 'Darllenais gofnodion'],
                ],
              }),
              pastDate('q_xgipky2z3p3zxrmim5kevyotkz', ['When?', 'Pryd?']),
              shortText('q_62zqx25df5iydlnkaphbekoayr', ['Where, and with whom?', 'Ble, a gyda phwy?']),
              longText('q_l7aeq4yfnktbneq7vi3k3danj5', ['What did it show?', 'Beth ddangosodd hyn?'], {
                optional: true,
                help: [
                  'Say what a score means, not only the number.',
                  'Dywedwch beth mae sgôr yn ei olygu, nid y rhif yn unig.',
                ],
              }),
            ],
          },
        ),
        longText('q_cyrfwipb27f7wl3f7udlhisn5n', [
          'What is the child good at, and what draws them in?',
          'Beth mae’r plentyn yn dda am ei wneud, a beth sy’n ei ddenu?',
        ]),
      ],
    }),
    page('p_rkx7ucw2r5hedw46jcbyt2j4ip', ['Needs', 'Anghenion'], {
      questions: [
        choice('q_vjuuum2nis26xi6sn6xl2swgbl', ['What is the main need?', 'Beth yw’r prif angen?'], {
          options: sen2Needs,
        }),
      ],
      sections: [
        section('s_fceu53z5b37jgtluyz6phbvurw', ['Each area of need', 'Pob maes angen'], {
          guidance: ['Leave an area empty if there is no need.', 'Gadewch faes yn wag os nad oes angen.'],
          questions: [
            longText(
              'q_36qvzwfuttuhzzw552rqz65pke',
              ['Communication and interaction', 'Cyfathrebu a rhyngweithio'],
              { optional: true },
            ),
            longText('q_m4vt63sltk5s3e5bpsu7x5yq2x', ['Cognition and learning', 'Gwybyddiaeth a dysgu'], {
              optional: true,
            }),
            longText(
              'q_o3lfvh5rotajchdq4b5k7u4q3g',
              ['Social, emotional and mental health', 'Iechyd cymdeithasol, emosiynol a meddyliol'],
              { optional: true },
            ),
            longText('q_sqjhrmewzlznwwaepiqvm46bb7', ['Sensory and physical', 'Synhwyraidd a chorfforol'], {
              optional: true,
            }),
          ],
        }),
        section('s_ozycse4ucbmfvw3n6xb7opomwi', ['How you understand it', 'Sut rydych chi’n ei ddeall'], {
          questions: [
            longText(
              'q_u4t3mkwa3v5jx5mam4kdss3ko2',
              ['How do the needs hang together?', 'Sut mae’r anghenion yn cydgysylltu?'],
              {
                help: [
                  'What keeps the difficulty going, and what makes it smaller.',
                  'Beth sy’n cynnal yr anhawster, a beth sy’n ei leihau.',
                ],
              },
            ),
          ],
        }),
      ],
    }),
    outcomesPage(
      {
        page: 'p_stoehepeo3hvx67cmu7tdoywmr',
        outcomes: 'q_xqzauxbxzdmlkr4w6xy3shcnvy',
        outcome: 'q_thxdhqm2ipesq6x426u7kkgdfm',
        need: 'q_wxer6aszcawhzsqfciuppp5c3z',
        by: 'q_p4yuadpbnozxqentixd6r5yimc',
        steps: 'q_xosep2wfbwsdxulvqq67fpmr27',
      },
      known,
    ),
    provisionPage(
      {
        page: 'p_ksyo76myr2re65cngjmzasj32v',
        provision: 'q_a6qhihz2lcmd46g6cf4ycavm2k',
        what: 'q_oncfpi2vtuw5h5atagnh77jsmf',
        outcome: 'q_2bymqvikktkhjhz2bp26dgacqc',
        who: 'q_j3yst77sqi7auvzw27tcfxxpjw',
        skill: 'q_fazsdehlvowc5hb5zxmrlmg3k7',
        hours: 'q_luxc5suyrsezaoutx2jfe7db5s',
        often: 'q_imz6ezcb4sfv6olpq2lsxobnkq',
        size: 'q_kffmee7cyx24ao3xcbwqbnmyci',
        section: 'q_sbuoyp7hginqff3uozujsumhcc',
      },
      known,
    ),
    adulthoodPage({
      page: 'p_u5atihyrtrlhmkc2yeku5zwc66',
      older: 'q_6u3nb5qhelaiirmkcukyuf5ffx',
      work: 'q_3l6jvqna4yid27nby4x5ou3yx7',
      living: 'q_v76uzkpsat36yw2jylq6w7kws3',
      community: 'q_ouim3oavfcsm3c5ajbct336cmz',
      health: 'q_7l2so6ekji7pjrkki2jky2ri2x',
    }),
    signOffPage({
      page: 'p_jzoz5j4eq4wpcg3u3xgubuz527',
      others: 'q_phdrgvct7brd25vxua33gfa5x2',
      files: 'q_nfj73fly7w2ozouhb7lzr3vpud',
      checked: 'q_2do7fzrbnhc3cfx6rdpso3xoh3',
      lead: 'q_pbgz67yeky4wso7edl3f4a62um',
      signed: 'q_idewcwi3bqn5247tlpsnof725k',
    }),
  ],
}
