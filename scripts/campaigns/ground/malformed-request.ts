import fc from 'fast-check'

/** A request to one procedure of forms: as text that a program of ours would never send, or as data of wrong shapes. */
export type MalformedRequest = {
  procedure: (typeof procedures)[number]
  how: 'raw' | 'trpc'
  body: string
  contentType: string
}

const procedures = [
  'start',
  'savePage',
  'submit',
  'getMine',
  'getMyForm',
  'removeFile',
  'describeFile',
] as const

/** What stands for something real in the ground, put in when the request is sent. */
export type Known = { formId: string; submissionIds: string[]; pageId: string; empty: Map<string, unknown> }

const hostileKeys = ['__proto__', 'constructor', 'prototype', 'toString', '', 'q_', '\u0000', '\ud800', 'id']
const hostileTexts = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00x',
  'x'.repeat(100_001),
  '\u202e',
  '-0',
  '1e999',
  'NaN',
]

const hostileText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 40 }))
const leaf = fc.oneof(
  hostileText,
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)

/** Strange to people, and to be kept as it stands. */
const oddText = fc.oneof(
  fc.constantFrom('', '3', '12', '2018', 'yes', '__proto__', '<script>', '\u202eabc', '${x}', '{{name}}'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

/** Any JSON, with the keys that reach into programs among the others. */
const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...hostileKeys), fc.string({ maxLength: 8 })), tie('value')), {
        maxLength: 4,
      })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value

/** Answers that are nearly right: the parts of dates, names, groups, files and amounts with something wrong in them. */
function nearlyAnswer(): fc.Arbitrary<unknown> {
  const part = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('', '3', '12', '2018', 'yes') }, hostileText)
  const date = fc.record({ day: part, month: part, year: part }, { requiredKeys: [] })
  return fc.oneof(
    part,
    date,
    fc.array(part, { maxLength: 3 }),
    fc.record({
      givenNames: part,
      familyName: part,
      dateOfBirth: date,
      sex: part,
      postcode: part,
      upn: part,
    }),
    fc.record({ agreed: part, name: part, signedOn: part }),
    fc.record({ fileIds: fc.array(part, { maxLength: 2 }) }),
    fc.record({ typed: part, pence: fc.double() }),
    fc.array(fc.record({ id: part, answers: anyJson }), { maxLength: 2 }),
    anyJson,
  )
}

/** An answer of the same shape with texts in place of its own. */
function fillIn(value: unknown, texts: string[]): unknown {
  if (typeof value === 'string') return texts.pop() ?? ''
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fillIn(part, texts)]))
}

/** Right nearly always, so that what is wrong elsewhere gets as far as it can. */
function mostly<T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 15, arbitrary: right }, leaf, anyJson)
}

/** Requests with something wrong somewhere, from the first letter to the depth of an answer; some happen to be right. */
export function malformedRequest(known: Known): fc.Arbitrary<MalformedRequest> {
  const questionIds = [...known.empty.keys()]
  // As the question wants it, with odd letters in its boxes: much of this is kept, and must be read.
  const shaped = fc
    .tuple(fc.constantFrom(...questionIds), fc.array(oddText, { minLength: 8, maxLength: 8 }))
    .map(([id, texts]): [string, unknown] => [id, fillIn(known.empty.get(id), [...texts])])
  const key = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...questionIds) },
    fc.constantFrom(...hostileKeys),
    fc.string({ maxLength: 30 }),
  )
  const seen = mostly(fc.dictionary(fc.constantFrom(...questionIds), fc.constantFrom('0', 'zzz')))
  const saveNumber = mostly(fc.nat({ max: 5 }))
  const input = fc.record({
    submissionId: mostly(fc.constantFrom(...known.submissionIds)),
    pageId: mostly(fc.constant(known.pageId)),
    formId: mostly(fc.constant(known.formId)),
    fileId: mostly(fc.uuid()),
    description: hostileText,
    idempotencyKey: mostly(fc.uuid()),
    language: mostly(fc.constantFrom('en', 'cy')),
    window: fc.option(mostly(fc.record({ windowId: mostly(fc.uuid()), saveNumber, seen })), {
      nil: undefined,
    }),
    typing: mostly(fc.boolean()),
  })
  const contentTypes = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ]
  return fc
    .record({
      procedure: fc.constantFrom(...procedures, ...Array.from({ length: 8 }, () => 'savePage' as const)),
      how: fc.constantFrom('raw' as const, 'trpc' as const),
      input,
      answers: fc.array(fc.oneof({ weight: 3, arbitrary: shaped }, fc.tuple(key, nearlyAnswer())), {
        minLength: 1,
        maxLength: 2,
      }),
      damage: fc.oneof(fc.nat(), hostileText),
      contentType: fc.oneof(
        { weight: 8, arbitrary: fc.constant('application/json') },
        fc.constantFrom(...contentTypes),
      ),
    })
    .map(({ procedure, how, input: others, answers, damage, contentType }) => {
      const fields = needed[procedure].map(
        (name) => [name, name === 'answers' ? undefined : others[name]] as const,
      )
      const whole = bodyOf(fields, procedure === 'savePage' ? answers : undefined)
      return how === 'trpc'
        ? { procedure, how, body: whole, contentType: 'application/json' }
        : { procedure, how, body: damageText(whole, damage), contentType }
    })
}

const needed = {
  start: ['idempotencyKey', 'formId'],
  savePage: ['submissionId', 'pageId', 'language', 'window', 'typing', 'answers'],
  submit: ['idempotencyKey', 'submissionId', 'language'],
  getMine: ['submissionId'],
  getMyForm: ['submissionId'],
  removeFile: ['submissionId', 'fileId'],
  describeFile: ['submissionId', 'fileId', 'description'],
} as const

/** JSON written by hand, because no object of ours can hold a key `__proto__` or the same key twice. */
function bodyOf(fields: (readonly [string, unknown])[], answers: [string, unknown][] | undefined): string {
  const written = (pairs: (readonly [string, unknown])[]) =>
    pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()
  const others = written(fields.filter(([, value]) => value !== undefined))
  return answers ? `{${others},"answers":{${written(answers)}}}` : `{${others}}`
}

/** Cut off somewhere, or with something in its midst. */
function damageText(text: string, damage: number | string): string {
  if (typeof damage === 'number') return text.slice(0, damage % (text.length + 1))
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, middle)}${damage}${text.slice(middle)}`
}
