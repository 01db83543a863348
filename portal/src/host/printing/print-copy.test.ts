import { buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newSectionId } from '@send/shared/values/ids'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { listAnswersRead } from '../../submissions/list-answers-read.ts'
import type { OwnFile } from '../../submissions/list-answers-read.ts'
import { describeCopy } from '../../submissions/printing/describe-copy.ts'
import { buildSentForm, buildTexts } from '../../testing/build-sent-form.ts'
import { readPdf } from '../../testing/read-pdf.ts'
import { createTypesetter } from './create-typesetter.ts'

const english = { language: 'en', size: 'standard' } as const
let typeset: ReturnType<typeof createTypesetter>

beforeAll(() => {
  typeset = createTypesetter()
})

/** Lines of a PDF end where the paper does. */
function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '')
}

function rolesOf(elements: { role: string; words: string }[]): string[] {
  return elements
    .filter(({ words }) => words.trim() !== '')
    .map(({ role, words }) => `${role} ${words.trim()}`)
}

test('SR-483: a copy says that it is a PDF/UA-1, is tagged, and has a title and a language', async () => {
  const pdf = await readPdf(typeset(describeCopy(buildSentForm(buildTexts(['A good day.'])), english)))
  expect(pdf).toMatchObject({
    title: 'A form for tests – EHC-2026-000123',
    language: 'en-GB',
    isMarked: true,
    universalAccess: '1',
    pages: 1,
  })
  expect(rolesOf(pdf.elements)).toEqual([
    'P What you sent',
    'H1 A form for tests',
    'P EHC-2026-000123, sent on 3 November 2026, 22:14',
    'H2 About the child',
    'H3 Question 1',
    'P A good day.',
  ])
})

test('SR-481: neither the title nor anything else that a PDF says of itself names the child', () => {
  const child = buildQuestion('childDetails')
  const answer = {
    givenNames: 'Zebedee',
    familyName: 'Quill',
    dateOfBirth: { day: '1', month: '9', year: '2019' },
  }
  const bytes = Buffer.from(typeset(describeCopy(buildSentForm([{ question: child, answer }]), english)))
  const outside = bytes.toString('latin1')
  expect(outside).toContain('<dc:title>')
  expect(outside).not.toMatch(/Zebedee|Quill/)
})

test('every answer that the page shows is on paper, in the same order and under the same headings', async () => {
  const texts = ['First', 'Second\n\nwith a paragraph\n  and an indented line', 'Third']
  const [first, second, third] = buildTexts(texts)
  const group = buildQuestion('group', { wording: { en: 'Who else is at home?' } })
  const member = group.questions[0]?.id ?? ''
  const answer = ['Ann', 'Ben'].map((name, index) => ({
    id: `i_${'ab'[index]?.repeat(26)}`,
    answers: { [member]: name },
  }))
  const asked = [first, second, third, { question: group, answer }].filter((one) => one !== undefined)
  const pages = [
    buildPage(
      asked.slice(0, 1).map(({ question }) => question),
      {
        title: { en: 'At school' },
        sections: [
          {
            id: newSectionId(),
            title: { en: 'In class' },
            questions: asked.slice(1, 2).map(({ question }) => question),
          },
        ],
      },
    ),
    buildPage(
      [
        ...asked.slice(2).map(({ question }) => question),
        buildQuestion('yesNo', { wording: { en: 'Left out?' } }),
      ],
      {
        title: { en: 'At home' },
      },
    ),
  ]
  const sent = buildSentForm(asked, { pages })
  const pdf = await readPdf(typeset(describeCopy(sent, english)))
  let from = 0
  const words = squeeze(pdf.words)
  for (const page of listAnswersRead(sent, 'en')) {
    const shown = page.parts.flatMap(({ title, rows }) => [
      title ?? '',
      ...rows.flatMap(({ name, value }) => [name, value.kind === 'words' ? value.words : '']),
    ])
    for (const one of [page.title, ...shown].map(squeeze)) {
      expect(words.slice(from)).toContain(one)
      from = words.indexOf(one, from) + one.length
    }
  }
  expect(rolesOf(pdf.elements)).toEqual(
    expect.arrayContaining([
      'H2 At school',
      'H3 Question 1',
      'H3 In class',
      'H4 Question 2',
      'P Not answered',
    ]),
  )
  expect(words).toContain(squeeze('Brother or sister 2 Name: Ben'))
})

test('SR-482: an answer that looks like a program of the typesetter stays the text that was typed', async () => {
  const texts = [
    '#panic("stop")',
    '#read("copy.typ") #import "@preview/cetz:0.3.0": *',
    '= Heading *bold* _italic_ $x^2$ @reference <label> `raw` // comment /* and */ \\ #(1+1)',
    '{page} {pages} {{reference}} </script> %PDF',
  ]
  const pdf = await readPdf(typeset(describeCopy(buildSentForm(buildTexts(texts)), english)))
  for (const text of texts) expect(squeeze(pdf.words)).toContain(squeeze(text))
})

test('letters of all kinds can be printed, and those without one are said to be missing', async () => {
  const texts = [
    'Ŵyn, ŷd, Łukasz Żółć, Ștefan, Дмитро, Ελένη, Nguyễn',
    'میرا نام احمد ہے',
    'ਪੰਜਾਬੀ বাংলা ગુજરાતી हिन्दी தமிழ் עברית',
    'Good 😀 👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ✓ → ½ €',
    'x'.repeat(5_000),
  ]
  const known = await readPdf(typeset(describeCopy(buildSentForm(buildTexts(texts)), english)))
  expect(known.words).toContain(texts[0])
  expect(known.words).toContain('😀')
  expect(known.words).not.toContain('\ufffd')
  const odd = [
    '漢字',
    'a\u0000b\u0007c\ufffe',
    '\ud800 alone',
    '\u202eturned',
    '\ue000',
    '\u115f\u034f\u180b\ufe0f\u{e0001}',
  ]
  const unknown = await readPdf(typeset(describeCopy(buildSentForm(buildTexts(odd)), english)))
  expect(unknown.words).toContain('\ufffd\ufffd')
  expect(unknown.words).toContain('This file cannot show some of the letters')
})

test('whatever characters are typed, plain, bold or italic, a copy can be made of them', () => {
  const text = fc.string({
    unit: fc.constantFrom('binary', 'grapheme').chain((unit) => fc.string({ unit, size: 'small' })),
    maxLength: 30,
  })
  const question = buildQuestion('longText', { formatting: true })
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 5, maxLength: 20 }),
      fc.array(text, { minLength: 5 }),
      (plain, marked) => {
        const answer = marked.map((words) => `**${words}** _${words}_ **_${words}_**`).join('\n\n')
        const sent = buildSentForm([...buildTexts(plain), { question, answer }])
        expect(typeset(describeCopy(sent, english)).length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 60 },
  )
})

test('bold, italic and lists of a formatted answer are set as such, with numbers as they were typed', async () => {
  const question = buildQuestion('longText', { formatting: true })
  const answer = 'He **loves** हिन्दी and _हिन्दी_.\n\n- walks\n\n4. sleep\n9. school'
  const pdf = await readPdf(typeset(describeCopy(buildSentForm([{ question, answer }]), english)))
  const roles = rolesOf(pdf.elements)
  expect(roles).toEqual(expect.arrayContaining(['Lbl 9.', 'P walks', 'P school']))
  expect(pdf.words).toContain('loves')
  expect(pdf.words).not.toMatch(/[*_]/)
})

test('an English form that is read in Welsh has Welsh around it, each in its own language', async () => {
  const sent = buildSentForm(buildTexts(['A good day.']))
  const pdf = await readPdf(typeset(describeCopy(sent, { language: 'cy', size: 'standard' })))
  expect(pdf.language).toBe('cy-GB')
  const languageOf = (words: string) => pdf.elements.find((one) => one.words.includes(words))?.language
  expect(languageOf('anfonwyd ar 3 Tachwedd 2026')).not.toBe('en-GB')
  for (const words of ['A form for tests', 'Question 1', 'A good day.'])
    expect(languageOf(words)).toBe('en-GB')
})

test('files are listed by name with what was said of them and where they stand', async () => {
  const question = buildQuestion('file')
  const file = {
    questionId: question.id,
    name: 'letter.pdf',
    description: 'From the doctor',
    state: 'checking',
  }
  const sent = buildSentForm([{ question }], { files: [file as OwnFile] })
  const pdf = await readPdf(typeset(describeCopy(sent, english)))
  expect(pdf.words).toMatch(/letter\.pdf\s*From the doctor\s*\S/)
})

test('large print needs more paper for the same words', async () => {
  const sent = buildSentForm(
    buildTexts(Array.from({ length: 12 }, () => 'A day at school is long. '.repeat(20))),
  )
  const [standard, large] = await Promise.all(
    (['standard', 'large'] as const).map((size) =>
      readPdf(typeset(describeCopy(sent, { language: 'en', size }))),
    ),
  )
  expect(large?.pages).toBeGreaterThan((standard?.pages ?? 0) * 1.5)
  expect(squeeze(large?.words ?? '')).toBe(squeeze(standard?.words ?? ''))
})
