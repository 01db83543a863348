import { formLibrary } from '@send/shared/forms/library/form-library'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import type { Language } from '@send/shared/texts/language'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Printed } from '../../printer.ts'
import { describeBlank } from '../../submissions/blank/describe-blank.ts'
import type { PrintSize } from '../../submissions/printing/copy-document.ts'
import type { PaperDocument } from '../../submissions/printing/paper-document.ts'
import { readPdf } from '../../testing/read-pdf.ts'
import { createTypesetter } from './create-typesetter.ts'
import { keepBlanks } from './keep-blanks.ts'

let typeset: ReturnType<typeof createTypesetter>

beforeAll(() => {
  typeset = createTypesetter()
})

type Definition = Parameters<typeof describeBlank>[0]['definition']

function blankOf(
  definition: Definition,
  language: Language = 'en',
  size: PrintSize = 'standard',
  address: string[] = [],
) {
  const form = { definition, version: 3, publishedAt: '2026-11-01T09:00:00Z' }
  return describeBlank(form, { language, size, today: '2026-11-27', authority: 'Yourtown Council', address })
}

const helped = buildQuestion('yesNo', { wording: { en: 'Is there help?', cy: 'A oes cymorth?' } })
const whose = buildQuestion('shortText', {
  wording: { en: 'Whose help?', cy: 'Cymorth pwy?' },
  required: false,
  showIf: { kind: 'equals', of: { from: 'answer', questionId: helped.id }, value: 'yes' },
})
const siblings = buildQuestion('group', { wording: { en: 'Brothers and sisters', cy: 'Brodyr a chwiorydd' } })

function buildPaper(): Definition {
  const { englishOnly: _, ...definition } = buildForm({
    code: 'PAPER',
    informationDueDays: 15,
    pages: [buildPage([helped, whose]), buildPage([siblings, buildQuestion('declaration')])],
  })
  return definition
}

test('a blank form is a tagged PDF/UA-1 whose questions are headings, with what is ticked as lists', async () => {
  const pdf = await readPdf(typeset(blankOf(buildPaper())))
  expect(pdf).toMatchObject({ language: 'en-GB', isMarked: true, universalAccess: '1' })
  const said = pdf.elements.map(({ role, words }) => `${role} ${words.trim()}`)
  expect(said).toContain('H3 Is there help?')
  expect(said).toContain('H3 Whose help? (optional)')
  expect(said).toContain('H4 Brother or sister 3')
  expect(pdf.elements.map(({ role }) => role)).toContain('LI')
  for (const words of ['Signature', 'within 15 days', 'For the council: received on', 'Why we ask'])
    expect(pdf.words).toContain(words)
})

test('what is asked of some people only says of whom, in the language of the form', () => {
  const [english, welsh] = [blankOf(buildPaper()), blankOf(buildPaper(), 'cy')]
  expect(english.pages[0]?.parts[0]?.questions[1]?.onlyIf).toBe(
    'Answer this only if ‘Is there help?’ is ‘Yes’.',
  )
  expect(welsh.pages[0]?.parts[0]?.questions[1]).toMatchObject({
    question: 'Cymorth pwy? (dewisol)',
    onlyIf: 'Atebwch hwn dim ond os yw hyn yn wir: yr ateb i ‘A oes cymorth?’ yw ‘Ydy’.',
  })
})

test('where the authority has named an address the paper says where to send it, and elsewhere whom to ask', async () => {
  const address = ['SEND team', 'Eastlake Council', '1, Bridge Street', 'Eastlake EL1 1AA']
  const [named, unnamed] = [blankOf(buildPaper(), 'en', 'large', address), blankOf(buildPaper())]
  const pdf = await readPdf(typeset(named))
  expect(pdf.elements.map(({ role, words }) => `${role} ${words.trim()}`)).toContain('H2 Where to send it')
  for (const line of address) expect(pdf.words).toContain(line)
  expect(JSON.stringify(named)).not.toContain('council’s letters and website')
  expect(unnamed.sendTo).toBeNull()
  expect(unnamed.words.instructions.join(' ')).toContain(
    'The address is on the council’s letters and website.',
  )
  expect(blankOf(buildPaper(), 'cy', 'standard', address).sendTo?.title).toBe('Ble i’w hanfon')
})

test('large print is set in 18 points, and needs more paper', async () => {
  const [standard, large] = await Promise.all(
    (['standard', 'large'] as const).map(async (size) => readPdf(typeset(blankOf(buildPaper(), 'en', size)))),
  )
  expect(large?.pages).toBeGreaterThan(standard?.pages ?? 0)
})

test('every ready form can be printed blank in both languages', () => {
  for (const definition of formLibrary) {
    const whole = { ...definition, accessList: { entries: [] } }
    for (const language of ['en', 'cy'] as const) {
      const blank = blankOf(whole, language)
      expect(JSON.stringify(blank)).not.toContain('not there')
      expect(typeset(blank).length, definition.code).toBeGreaterThan(1000)
    }
  }
})

test('SR-491: a blank form that was printed is kept, so that asking for it again keeps the press from nobody', async () => {
  const print = vi.fn((_paper: PaperDocument): Promise<Printed> =>
    Promise.resolve({ outcome: 'printed', pdf: new Uint8Array() }),
  )
  const keeping = keepBlanks(print)
  const blank = blankOf(buildPaper())
  await keeping(blank)
  await keeping(blank)
  expect(print).toHaveBeenCalledTimes(1)
  await keeping({ ...blank, size: 'large' })
  expect(print).toHaveBeenCalledTimes(2)
  print.mockResolvedValueOnce({ outcome: 'busy' })
  const other = { ...blank, name: 'OTHER' }
  expect(await keeping(other)).toEqual({ outcome: 'busy' })
  expect(await keeping(other)).toMatchObject({ outcome: 'printed' })
})
