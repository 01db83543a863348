import {
  choice,
  choices,
  files,
  is,
  longText,
  page,
  plain,
  shortText,
  type Choice,
  type LibraryForm,
} from './library-parts.ts'

const helper = 'q_vuz3prxoalrhfq3dj5iaemts5h'

const feelings: readonly Choice[] = [
  ['happy', 'Happy', 'Hapus', 'happy'],
  ['calm', 'Calm', 'Tawel', 'calm'],
  ['unsure', 'Not sure', 'Ddim yn siŵr', 'unsure'],
  ['worried', 'Worried', 'Poeni', 'worried'],
  ['sad', 'Sad', 'Trist', 'sad'],
  ['angry', 'Cross', 'Crac', 'angry'],
]

/** The views, wishes and feelings of a child, with pictures to choose from; a grown-up sends it. */
export const childViews: LibraryForm = {
  code: 'VIEWS-CHILD',
  title: { en: 'What I think (for a child)', cy: 'Beth rydw i’n ei feddwl (i blentyn)' },
  audience: 'parents',
  purpose: 'information',
  guidance: {
    en: 'This form is for your child. Read it together and let your child point, say or type the answer. Write what your child says, not what you think. It is fine to skip questions and to take breaks.',
    cy: 'Ffurflen i’ch plentyn yw hon. Darllenwch hi gyda’ch gilydd a gadewch i’ch plentyn bwyntio, dweud neu deipio’r ateb. Ysgrifennwch yr hyn mae eich plentyn yn ei ddweud, nid eich barn chi. Mae’n iawn hepgor cwestiynau a chymryd seibiant.',
  },
  informationDueDays: 42,
  pages: [
    page('p_377l4oqae5y75rlhfc5odkpv66', ['For the grown-up', 'I’r oedolyn'], {
      questions: [
        plain('childDetails', 'q_syscimdq72hxhdjnawpippcm5a', ['Who is the child?', 'Pwy yw’r plentyn?']),
        choice(helper, ['How does the child answer?', 'Sut mae’r plentyn yn ateb?'], {
          options: [
            ['self', 'The child chooses and types', 'Mae’r plentyn yn dewis ac yn teipio'],
            [
              'said',
              'The child says, signs or points, and I type',
              'Mae’r plentyn yn dweud, yn arwyddo neu’n pwyntio, a minnau’n teipio',
            ],
            [
              'watched',
              'I watch the child and write what I see',
              'Rwy’n gwylio’r plentyn ac yn ysgrifennu’r hyn a welaf',
            ],
          ],
        }),
        longText(
          'q_dufgzhcgsanit4qlyyx64myaqh',
          [
            'What did you see that tells you what the child thinks?',
            'Beth welsoch chi sy’n dangos beth mae’r plentyn yn ei feddwl?',
          ],
          { optional: true, showIf: is(helper, 'watched') },
        ),
      ],
    }),
    page('p_jyxlmuolvuhxas2adv7i2tpjrs', ['Me', 'Fi'], {
      questions: [
        shortText(
          'q_cgbluyoovqwjfcijwfwihrskls',
          ['What do you like to be called?', 'Beth wyt ti’n hoffi cael dy alw?'],
          { optional: true },
        ),
        choices(
          'q_p6rpmg37esl26b6gxkxahbkphw',
          ['What do you like doing?', 'Beth wyt ti’n hoffi ei wneud?'],
          {
            optional: true,
            options: [
              ['ball', 'Playing and sport', 'Chwarae a chwaraeon', 'ball'],
              ['outside', 'Being outside', 'Bod y tu allan', 'tree'],
              ['music', 'Music', 'Cerddoriaeth', 'music'],
              ['draw', 'Drawing and making', 'Tynnu llun a chreu', 'pencil'],
              ['read', 'Books and stories', 'Llyfrau a straeon', 'book'],
              ['screen', 'Games on a screen', 'Gemau ar sgrin', 'screen'],
              ['animals', 'Animals', 'Anifeiliaid', 'animal'],
              ['eat', 'Cooking and eating', 'Coginio a bwyta', 'food'],
            ],
          },
        ),
        longText(
          'q_bnda66bydoyrycpbnqmwp5rgzy',
          ['What are you good at?', 'Beth wyt ti’n dda am ei wneud?'],
          { optional: true },
        ),
        choices('q_a3mw2gb7446ggkvictcxhyzu5d', ['Who is important to you?', 'Pwy sy’n bwysig i ti?'], {
          optional: true,
          options: [
            ['family', 'My family', 'Fy nheulu', 'home'],
            ['friends', 'My friends', 'Fy ffrindiau', 'people'],
            ['teacher', 'Somebody at school', 'Rhywun yn yr ysgol', 'school'],
            ['pet', 'My pet', 'Fy anifail anwes', 'animal'],
            ['other', 'Somebody else', 'Rhywun arall', 'person'],
          ],
        }),
      ],
    }),
    page('p_4op4mtmpc5pvw6boto54fhfiop', ['School', 'Yr ysgol'], {
      questions: [
        choice(
          'q_ldyu6v2x7f7x3uoyxhyzuc2wyq',
          ['How do you feel at school?', 'Sut wyt ti’n teimlo yn yr ysgol?'],
          { optional: true, options: feelings },
        ),
        choices('q_5wclafqfenuvbcwztzszqzpjwm', ['What is hard for you?', 'Beth sy’n anodd i ti?'], {
          optional: true,
          options: [
            ['reading', 'Reading', 'Darllen', 'book'],
            ['writing', 'Writing', 'Ysgrifennu', 'pencil'],
            ['numbers', 'Numbers', 'Rhifau', 'numbers'],
            ['talking', 'Talking', 'Siarad', 'talk'],
            ['friends', 'Being with other children', 'Bod gyda phlant eraill', 'people'],
            ['noise', 'Noise', 'Sŵn', 'music'],
            ['waiting', 'Waiting and changes', 'Aros a newidiadau', 'clock'],
            ['travel', 'Getting to school', 'Mynd i’r ysgol', 'bus'],
          ],
          none: ['none', 'None of these', 'Dim un o’r rhain'],
        }),
        choices('q_gbdpwp7hibgwwtnq7isr6qmtjv', ['What helps you?', 'Beth sy’n dy helpu di?'], {
          optional: true,
          options: [
            ['person', 'Somebody next to me', 'Rhywun wrth fy ochr', 'person'],
            ['quiet', 'A quiet place', 'Lle tawel', 'quiet'],
            ['time', 'More time', 'Mwy o amser', 'clock'],
            ['pictures', 'Pictures and signs', 'Lluniau ac arwyddion', 'hand'],
            ['breaks', 'A break', 'Seibiant', 'sleep'],
            ['moving', 'Moving about', 'Symud o gwmpas', 'ball'],
          ],
        }),
        longText(
          'q_53z6saer5r5s3falf6yhaiutw7',
          ['What would make school better?', 'Beth fyddai’n gwneud yr ysgol yn well?'],
          { optional: true },
        ),
      ],
    }),
    page('p_4qq35ipztp2rmnwg42kntiuron', ['Home and feeling well', 'Y cartref a theimlo’n dda'], {
      questions: [
        choice('q_ielt43d7sw63g7xqzzgyzun5wg', ['How do you feel at home?', 'Sut wyt ti’n teimlo gartref?'], {
          optional: true,
          options: feelings,
        }),
        choices(
          'q_zux5gfillokzasqw7rfaeh4zma',
          ['What do you want help with?', 'Gyda beth wyt ti eisiau help?'],
          {
            optional: true,
            options: [
              ['sleep', 'Sleeping', 'Cysgu', 'sleep'],
              ['food', 'Eating', 'Bwyta', 'food'],
              ['body', 'My body and pain', 'Fy nghorff a phoen', 'health'],
              ['worries', 'Worries', 'Pryderon', 'worried'],
              ['out', 'Going out', 'Mynd allan', 'tree'],
            ],
            none: ['none', 'None of these', 'Dim un o’r rhain'],
          },
        ),
        longText(
          'q_m7yenx3e2limgywmw5nqifdvgm',
          ['Tell us more if you want to', 'Dywed fwy wrthym os wyt ti eisiau'],
          { optional: true },
        ),
      ],
    }),
    page('p_axqdxis22curskavsvmshli4ly', ['When I am older', 'Pan fydda i’n hŷn'], {
      questions: [
        longText(
          'q_ocsiq63bwgnjnmryrjj2pgebqp',
          ['What do you want to do when you are older?', 'Beth wyt ti eisiau ei wneud pan fyddi di’n hŷn?'],
          { optional: true },
        ),
        longText(
          'q_tsdocsvipqwppbvcpxstr266kw',
          ['If you had one wish, what would it be?', 'Pe bai gen ti un dymuniad, beth fyddai?'],
          { optional: true },
        ),
        files('q_qqyzgmuim5uq6u73bgosavxuno', ['Your drawings or photos', 'Dy luniau'], {
          optional: true,
          help: ['A photo of a drawing is fine.', 'Mae ffotograff o lun yn iawn.'],
        }),
      ],
    }),
  ],
}
