import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mostBundleLetters, readBundle, type BundleContent } from '@send/shared/forms/bundles/form-bundle'
import { listQuestions } from '@send/shared/forms/form-definition'
import { questionTypes } from '@send/shared/forms/questions/question-types'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { timeOnCpu } from '@send/shared/testing/cpu-time'
import { seededRandom } from '@send/shared/values/seeded-random'
import { newId } from '@send/shared/values/ids'
import { expect, test } from 'vitest'
import { signBundle, verifyBundle, type SigningKey } from './sign-bundle.ts'

const key = makeKey()
const definition = { ...buildForm({ pages: [buildPage(questionTypes.map((type) => buildQuestion(type)))] }) }
const content: BundleContent = {
  exportedAt: '2026-11-27T09:00:00.000Z',
  form: { formId: newId(), version: 3, definition: { ...definition, accessList: { entries: [] } } },
  lookupTables: [
    {
      id: newId(),
      name: 'Kinds of need',
      entries: [{ code: 'ASD', description: { en: 'Autism', cy: 'Awtistiaeth' } }],
    },
  ],
  bankQuestions: [
    {
      questionId: newId(),
      code: 'SCHOOL',
      externalCode: 'SCH1',
      revision: 2,
      content: buildQuestion('shortText', { wording: { en: 'Which school? “Ysgol” 🏫' } }),
    },
  ],
}
const sound = signBundle(content, { key, name: 'leeds.example' })

test('what was exported is read back as the same, of every type of question, and it is signed by the key', () => {
  const verified = verifyBundle(sound)
  expect(verified).toMatchObject({ bundle: { content, signer: { name: 'leeds.example' } } })
  expect('fingerprint' in verified && verified.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  expect(listQuestions(content.form.definition)).toHaveLength(questionTypes.length)
})

test('SR-327: a bundle of which any one byte is another is refused', () => {
  const bytes = Buffer.from(sound)
  const random = seededRandom(327)
  for (let tries = 0; tries < 500; tries += 1) {
    const place = Math.floor(random() * bytes.length)
    const another = Buffer.from(bytes)
    another[place] = (another[place] ?? 0) ^ (1 + Math.floor(random() * 255))
    expect(verifyBundle(another.toString()), `byte ${place}`).toHaveProperty('problem')
  }
})

test('SR-327: a bundle that was cut off, got more, or stands in another order is refused', () => {
  const reordered = JSON.stringify(
    Object.fromEntries(Object.entries(JSON.parse(sound) as object).toReversed()),
  )
  const spaced = JSON.stringify(JSON.parse(sound), null, 2)
  const twice = sound.replace('{"content":', '{"content":{},"content":')
  for (const text of [
    sound.slice(0, -1),
    sound.slice(0, 500),
    `${sound} `,
    `\uFEFF${sound}`,
    reordered,
    spaced,
    twice,
  ])
    expect(verifyBundle(text)).toHaveProperty('problem')
})

test('SR-327: signature, key and hash belong together: none of another bundle will do', () => {
  const parsed = JSON.parse(sound) as Record<string, unknown> & { content: BundleContent }
  const stranger = JSON.parse(signBundle(content, { key: makeKey(), name: 'leeds.example' })) as typeof parsed
  const later = { ...content, exportedAt: '2026-11-28T09:00:00.000Z' }
  const other = JSON.parse(signBundle(later, { key, name: 'leeds.example' })) as typeof parsed
  const mixed = [
    { ...parsed, signature: stranger.signature },
    { ...parsed, signer: stranger.signer },
    { ...parsed, signature: other.signature },
    { ...parsed, hash: other.hash, signature: other.signature },
    { ...parsed, content: other.content },
    { ...parsed, signer: { publicKey: Buffer.alloc(32).toString('base64'), name: 'nobody' } },
    { ...parsed, signature: Buffer.alloc(64).toString('base64') },
  ]
  for (const bundle of mixed) expect(verifyBundle(canonical(bundle))).toHaveProperty('problem')
  expect(verifyBundle(canonical(parsed))).toHaveProperty('bundle')
})

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
const wide = `{${Array.from({ length: 150_000 }, (_, index) => `"k${index}":0`).join()}}`

test.each<[what: string, text: string]>([
  ['10,000 levels', deep(10_000)],
  [
    '10,000 levels in the place of the content',
    sound.replace(/"content":\{/, `"content":${deep(10_000)},"x":{`),
  ],
  ['as many levels as fit', deep(mostBundleLetters / 2)],
  ['as many keys as fit', wide],
  ['a million keys', `{${Array.from({ length: 1_000_000 }, (_, index) => `"k${index}":0`).join()}}`],
  ['__proto__ for a key', sound.replace('{"content":', '{"__proto__":{"version":1},"content":')],
  ['__proto__ for the id of a question', sound.replace(/q_[a-z2-7]{26}/, '__proto__')],
  ['constructor for the id of a form', sound.replace(content.form.formId, 'constructor')],
  ['a newer version', sound.replace('"version":1}', '"version":2}')],
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '7'],
  ['no form', '{"format":"send-form","version":1}'],
  ['a lone surrogate', sound.replace('Which school?', '\\ud800')],
  ['a NUL', sound.replace('Which school?', '\\u0000')],
])('SR-328: a file with %s is refused in a sentence, quickly, and changes no prototype', (_what, text) => {
  const { result: verified, milliseconds } = timeOnCpu(() => verifyBundle(text))
  expect(verified).toEqual({ problem: expect.stringMatching(/^[A-Z].*\.$/) as string })
  expect(milliseconds).toBeLessThan(2000)
  expect(({} as Record<string, unknown>)['version']).toBeUndefined()
})

test('SR-328: what is valid but signed by nobody’s rules is refused too: two tables of one id, a form that is none', () => {
  const [table] = content.lookupTables
  if (!table) throw new Error('There is a table.')
  const twins = { ...content, lookupTables: [table, { ...table, name: 'Twin' }] }
  const pageless = { ...content, form: { ...content.form, definition: { ...definition, pages: 'none' } } }
  for (const hostile of [twins, pageless as unknown as BundleContent])
    expect(verifyBundle(signBundle(hostile, { key, name: 'x' }))).toHaveProperty('problem')
  expect(readBundle('x'.repeat(mostBundleLetters + 1))).toEqual({
    problem: 'The file is too large for a form. Ask the sender for a smaller one.',
  })
})

function makeKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  return {
    publicKey: Buffer.from(x, 'base64url').toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
  }
}

function canonical(value: unknown): string {
  const inOrder = (part: unknown): unknown =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .toSorted(([one], [two]) => (one < two ? -1 : 1))
            .map(([name, held]) => [name, inOrder(held)]),
        )
      : Array.isArray(part)
        ? part.map(inOrder)
        : part
  return `${JSON.stringify(inOrder(value))}\n`
}
