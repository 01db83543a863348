import {
  choice,
  files,
  is,
  longText,
  page,
  plain,
  shortText,
  wholeNumber,
  yesNo,
  type LibraryForm,
} from './library-parts.ts'
import { broadNeeds } from './need-options.ts'

const attends = 'q_s45cu7v6sgzitpwutt5gb67pvs'
const diagnosed = 'q_fti5zakpn4gyfs435x4ypchsw2'
const helped = 'q_gfeiotwqgdxbaxt6oenqmxys5k'

/** A parent’s request for an EHC needs assessment (Children and Families Act 2014 s.36). */
export const requestByParent: LibraryForm = {
  code: 'EHC-REQUEST',
  title: { en: 'Request an EHC needs assessment', cy: 'Gofyn am asesiad o anghenion EHC' },
  audience: 'parents',
  purpose: 'ehcNeedsAssessmentRequest',
  guidance: {
    en: 'Use this form to ask us to find out what help your child needs. EHC stands for education, health and care. You do not need a diagnosis, and you do not have to answer every question. You can stop at any time and come back.',
    cy: 'Defnyddiwch y ffurflen hon i ofyn i ni ganfod pa gymorth sydd ei angen ar eich plentyn. Ystyr EHC yw addysg, iechyd a gofal. Nid oes angen diagnosis arnoch, ac nid oes rhaid ateb pob cwestiwn. Gallwch stopio unrhyw bryd a dod yn ôl.',
  },
  pages: [
    page('p_mj3oijyfjdowlbbyzxsmefwrgd', ['Your child', 'Eich plentyn'], {
      questions: [
        plain('childDetails', 'q_67j4lkymkdoucd6tat2abb6vjh', [
          'Who is this request about?',
          'Am bwy mae’r cais hwn?',
        ]),
        shortText(
          'q_4ysov47kcyajipv5kzyx6ubi6r',
          ['What does your child like to be called?', 'Sut mae eich plentyn yn hoffi cael ei alw?'],
          { optional: true },
        ),
        shortText(
          'q_k2im2ipgtx4bxluetr6f7f223b',
          ['Which languages are spoken at home?', 'Pa ieithoedd sy’n cael eu siarad gartref?'],
          {
            optional: true,
            help: [
              'Tell us if your child signs, or uses pictures or a device to talk.',
              'Dywedwch wrthym os yw eich plentyn yn arwyddo, neu’n defnyddio lluniau neu ddyfais i siarad.',
            ],
          },
        ),
        yesNo('q_yetzwllijy3qwtu7urqqwzetbm', [
          'Do you or your child need an interpreter or signer?',
          'Oes angen cyfieithydd neu arwyddwr arnoch chi neu eich plentyn?',
        ]),
      ],
    }),
    page('p_43mkappeswukizkdd3auhf55zu', ['You', 'Chi'], {
      questions: [
        choice(
          'q_smtv6mgodlcgms5ukjahzn36c3',
          ['What is your relationship to the child?', 'Beth yw eich perthynas â’r plentyn?'],
          {
            tellsOf: 'carer',
            options: [
              ['mother', 'Mother', 'Mam'],
              ['father', 'Father', 'Tad'],
              ['carer', 'Carer or guardian', 'Gofalwr neu warcheidwad'],
              ['other', 'Other', 'Arall'],
            ],
          },
        ),
        yesNo(
          'q_gh5txlynwzwi52bafstzme27jy',
          ['Do you have parental responsibility?', 'Oes gennych chi gyfrifoldeb rhiant?'],
          {
            tellsOf: 'carer',
            help: [
              'This means the legal right to make decisions about the child. If you are not sure, answer “No”. We will still look at your request.',
              'Mae hyn yn golygu’r hawl gyfreithiol i wneud penderfyniadau am y plentyn. Os nad ydych yn siŵr, atebwch “Na”. Byddwn yn dal i edrych ar eich cais.',
            ],
          },
        ),
        plain('phone', 'q_mln3bzqx4c2pwuwxmo7ceixjcp', ['Your telephone number', 'Eich rhif ffôn'], {
          optional: true,
          tellsOf: 'carer',
        }),
        choice(
          'q_hhpn6mzbyg56vm7jmojcrpoe6w',
          ['How should we contact you?', 'Sut dylem ni gysylltu â chi?'],
          {
            options: [
              ['email', 'E-mail', 'E-bost'],
              ['phone', 'Telephone', 'Ffôn'],
              ['post', 'Letter', 'Llythyr'],
            ],
          },
        ),
      ],
    }),
    page('p_s6pcf7bxk5fik4nfbhddsrcqlj', ['School or setting', 'Ysgol neu leoliad'], {
      questions: [
        yesNo(attends, [
          'Does your child go to a school, nursery or college?',
          'A yw eich plentyn yn mynd i ysgol, meithrinfa neu goleg?',
        ]),
        shortText(
          'q_wnapak67wukvtkohxmukpq2cga',
          ['Which school, nursery or college is it?', 'Pa ysgol, meithrinfa neu goleg yw hi?'],
          { showIf: is(attends, 'yes') },
        ),
        yesNo(
          'q_oxzxbdhkjgclg6j7ku67lolrga',
          ['Does the school know about this request?', 'Ydy’r ysgol yn gwybod am y cais hwn?'],
          {
            showIf: is(attends, 'yes'),
            help: ['You do not need the school to agree.', 'Nid oes angen i’r ysgol gytuno.'],
          },
        ),
        wholeNumber(
          'q_h62yeynkkqagfth5v32rzix2kc',
          [
            'How many days of school has your child missed this term?',
            'Faint o ddyddiau ysgol mae eich plentyn wedi’u colli y tymor hwn?',
          ],
          {
            min: 0,
            max: 80,
            optional: true,
            showIf: is(attends, 'yes'),
            help: ['Your best guess will do.', 'Bydd eich amcan gorau yn gwneud y tro.'],
          },
        ),
      ],
    }),
    page('p_hemj3vi6himtihee7bm7kbp5f7', ['Needs', 'Anghenion'], {
      questions: [
        choice(
          'q_d2lfnudvvy4xi44syozpn4bofk',
          [
            'What does your child need most help with?',
            'Gyda beth mae angen y cymorth mwyaf ar eich plentyn?',
          ],
          { options: broadNeeds },
        ),
        longText(
          'q_quesor6pcpsb2shyd7hu75nkgf',
          ['What does your child find difficult?', 'Beth mae eich plentyn yn ei gael yn anodd?'],
          {
            help: [
              'Tell us about home, school and time with others. Examples help us most.',
              'Soniwch am y cartref, yr ysgol ac amser gydag eraill. Enghreifftiau sy’n ein helpu fwyaf.',
            ],
          },
        ),
        longText('q_xuca2wplqytuhrvhztit7kj2jx', [
          'What is your child good at and what do they enjoy?',
          'Beth mae eich plentyn yn dda am ei wneud a beth mae’n ei fwynhau?',
        ]),
        wholeNumber(
          'q_dlr22i56wahzvqe4qm2gtvcx7d',
          [
            'How old was your child when you first noticed this?',
            'Beth oedd oed eich plentyn pan sylwoch chi ar hyn gyntaf?',
          ],
          {
            min: 0,
            max: 25,
            optional: true,
            help: [
              'In years. Write 0 if it was before the first birthday.',
              'Mewn blynyddoedd. Ysgrifennwch 0 os oedd cyn y pen-blwydd cyntaf.',
            ],
          },
        ),
      ],
    }),
    page('p_b3p324nenypn4uejf2v5wychms', ['Health and care', 'Iechyd a gofal'], {
      questions: [
        yesNo(diagnosed, [
          'Does your child have a diagnosis or a health need?',
          'Oes gan eich plentyn ddiagnosis neu angen iechyd?',
        ]),
        longText(
          'q_bdh53h2b7c5zb3kb2l37btcend',
          ['Tell us about the diagnosis or health need', 'Soniwch am y diagnosis neu’r angen iechyd'],
          {
            showIf: is(diagnosed, 'yes'),
            help: [
              'What is it called, who found it and when?',
              'Beth yw ei enw, pwy ddaeth o hyd iddo a phryd?',
            ],
          },
        ),
        yesNo('q_gii63e2tbtly3eacmgnli4mwah', [
          'Does a social worker help your family?',
          'Ydy gweithiwr cymdeithasol yn helpu eich teulu?',
        ]),
        longText(
          'q_3sxjr7zun233ypnesjkvmlbixf',
          [
            'What help does your child need at home or to go out?',
            'Pa gymorth sydd ei angen ar eich plentyn gartref neu i fynd allan?',
          ],
          { optional: true },
        ),
      ],
    }),
    page('p_a3tgvxgrf66zjfx2tt5v6gdcus', ['Help so far', 'Cymorth hyd yma'], {
      questions: [
        yesNo(helped, [
          'Does your child get extra help at school?',
          'Ydy eich plentyn yn cael cymorth ychwanegol yn yr ysgol?',
        ]),
        wholeNumber(
          'q_np2oxu2gximkq36ewwr5rit2fy',
          [
            'How many hours of extra help does your child get each week?',
            'Faint o oriau o gymorth ychwanegol mae eich plentyn yn eu cael bob wythnos?',
          ],
          { min: 0, max: 60, optional: true, showIf: is(helped, 'yes') },
        ),
        longText(
          'q_evpicnx6ybeqyxtw7yxpnnbzbq',
          [
            'What help has been tried and what difference did it make?',
            'Pa gymorth sydd wedi’i roi ar waith a pha wahaniaeth wnaeth hynny?',
          ],
          {
            help: [
              'If nothing has been tried yet, say so.',
              'Os nad oes dim wedi’i roi ar waith eto, dywedwch hynny.',
            ],
          },
        ),
      ],
    }),
    page('p_tvm2umzc6kf7xpyhjfmuw27qcp', ['What you hope for', 'Yr hyn rydych chi’n gobeithio amdano'], {
      questions: [
        longText('q_vhhayupraagkjtaqb3eb7eg6ga', [
          'What help do you think your child needs?',
          'Pa gymorth sydd ei angen ar eich plentyn yn eich barn chi?',
        ]),
        longText('q_bldt4a6rtjlsn2oulxgg2qep4y', [
          'What do you hope your child can do in a few years?',
          'Beth rydych chi’n gobeithio y gall eich plentyn ei wneud ymhen ychydig flynyddoedd?',
        ]),
        longText(
          'q_i53uu3t6sgefreuaydu6v7n5du',
          ['What does your child say about this?', 'Beth mae eich plentyn yn ei ddweud am hyn?'],
          {
            optional: true,
            help: [
              'Use your child’s own words if you can. You can send drawings or photos on the next page.',
              'Defnyddiwch eiriau eich plentyn os gallwch. Gallwch anfon lluniau ar y dudalen nesaf.',
            ],
          },
        ),
      ],
    }),
    page('p_wwg2lamekuf77v7lo4q34d4fy7', ['Who to ask', 'Pwy i’w holi'], {
      guidance: [
        'If we assess your child, we ask the people who know your child for advice.',
        'Os byddwn yn asesu eich plentyn, byddwn yn gofyn i’r bobl sy’n adnabod eich plentyn am gyngor.',
      ],
      questions: [
        longText(
          'q_jlupt3ljcon6efjktqrot764z5',
          [
            'Who helps your child now, and who else should we ask?',
            'Pwy sy’n helpu eich plentyn nawr, a phwy arall dylem ni ei holi?',
          ],
          {
            optional: true,
            help: [
              'For example a doctor, a speech therapist or a youth worker. Give their name and where they work.',
              'Er enghraifft meddyg, therapydd lleferydd neu weithiwr ieuenctid. Rhowch eu henw a ble maen nhw’n gweithio.',
            ],
          },
        ),
        yesNo(
          'q_xchhicvmnwecc7vcncygqwflvd',
          [
            'Would you like help from an independent adviser?',
            'Hoffech chi gael cymorth gan gynghorydd annibynnol?',
          ],
          { help: ['Advice is free and confidential.', 'Mae’r cyngor am ddim ac yn gyfrinachol.'] },
        ),
        files('q_vabgjyqqmshjg5mzmoeup5l6f7', ['Reports and letters', 'Adroddiadau a llythyrau'], {
          optional: true,
          help: [
            'A photo of a letter is fine. You do not have to get new reports.',
            'Mae llun o lythyr yn iawn. Nid oes rhaid i chi gael adroddiadau newydd.',
          ],
        }),
        longText(
          'q_akwwkbly2xyqovabxtxpxjte4x',
          ['Is there anything else we should know?', 'Oes unrhyw beth arall dylem ni ei wybod?'],
          { optional: true },
        ),
      ],
    }),
  ],
}
