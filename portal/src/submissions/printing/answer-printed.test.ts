import { expect, test } from 'vitest'
import { answerPrinted } from './answer-printed.ts'

const asked = { reference: 'EHC-2026-000123', size: 'standard', page: '/submissions/1/copy' } as const

test.each(['busy', 'tooLong', 'failed'] as const)(
  'SR-484: instead of a PDF that cannot be made (%s) comes the page that says so and shows the same',
  (outcome) => {
    const answer = answerPrinted({ outcome }, asked)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`/submissions/1/copy?pdf=${outcome}`)
  },
)

test('SR-481: a PDF is a download that nobody keeps, named for its reference and its size alone', () => {
  const printed = { outcome: 'printed', pdf: new Uint8Array([1]) } as const
  const headers = Object.fromEntries(answerPrinted(printed, asked).headers)
  expect(headers).toEqual({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="EHC-2026-000123.pdf"',
    'cache-control': 'no-store',
  })
  const odd = answerPrinted(printed, { ...asked, reference: 'A"\r\n1', size: 'large' })
  expect(odd.headers.get('content-disposition')).toBe('attachment; filename="A1-large-print.pdf"')
})
