import { usualShownFace } from '@send/shared/accounts/portal-faces/shown-face'
import { expect, test, vi } from 'vitest'
import { keepFace, keepingTimes } from './keep-face.ts'

const usual = usualShownFace('citizen')
const named = (en: string) => ({ ...usual, serviceName: { en } })

/** A server that says what a test puts into `says`, and a clock that a test moves. */
function keptFace() {
  const server = { says: (): Promise<unknown> => Promise.resolve(named('First')), asked: 0, failures: 0 }
  let now = 1000
  const endless = new Promise<void>(() => {})
  const keeping = { patience: endless }
  const current = keepFace({
    face: 'citizen',
    ask: () => {
      server.asked += 1
      return server.says()
    },
    onFailure: () => (server.failures += 1),
    clock: () => now,
    patience: () => keeping.patience,
  })
  const name = async () => (await current()).serviceName.en
  return { server, keeping, name, current, wait: (milliseconds: number) => (now += milliseconds) }
}

test('the server is asked once for many pages, and while people come none of them waits for it', async () => {
  const { server, name, wait } = keptFace()
  expect(await Promise.all([name(), name(), name()])).toEqual(['First', 'First', 'First'])
  wait(keepingTimes.fresh - 1)
  expect(await name()).toBe('First')
  expect(server.asked).toBe(1)
  wait(1)
  let answer: (face: unknown) => void = () => {}
  server.says = () => new Promise((resolve) => (answer = resolve))
  expect(await Promise.all([name(), name()])).toEqual(['First', 'First'])
  expect(server.asked).toBe(2)
  answer(named('Second'))
  await vi.waitFor(async () => expect(await name()).toBe('Second'))
  expect(server.asked).toBe(2)
})

test('what is older than half a minute is asked for before it is shown again', async () => {
  const { server, name, wait } = keptFace()
  await name()
  server.says = () => Promise.resolve(named('Second'))
  wait(keepingTimes.oldest)
  expect(await name()).toBe('Second')
})

test.each<[string, () => Promise<unknown>]>([
  ['cannot be reached', () => Promise.reject(new Error('ECONNREFUSED'))],
  ['answers something else', () => Promise.resolve({ serviceName: 'no wording' })],
])(
  'SR-594: while the server %s a page shows the shipped words, later what was read last',
  async (_how, says) => {
    const { server, current, name, wait } = keptFace()
    const works = server.says
    server.says = says
    expect(await current()).toEqual(usual)
    expect(await current()).toEqual(usual)
    expect(server.asked).toBe(1)
    server.says = works
    wait(keepingTimes.untilNextTry)
    expect(await name()).toBe('First')
    server.says = says
    wait(keepingTimes.oldest * 100)
    expect(await name()).toBe('First')
    expect(await name()).toBe('First')
    expect(server.asked).toBe(3)
    expect(server.failures).toBe(2)
  },
)

test('SR-594: a server that never answers holds up one page for a moment, and not those after it', async () => {
  const { server, keeping, current } = keptFace()
  server.says = () => new Promise(() => {})
  keeping.patience = Promise.resolve()
  expect(await current()).toEqual(usual)
  keeping.patience = new Promise(() => {})
  expect(await current()).toEqual(usual)
  expect(server.asked).toBe(1)
})

test('a tile and a setting that this portal does not know yet do no harm', async () => {
  const { server, current } = keptFace()
  server.says = () => Promise.resolve({ ...usual, tilesOff: ['tellUs', 'chat'], colour: 'blue' })
  expect(await current()).toEqual({ ...usual, tilesOff: ['tellUs'] })
})
