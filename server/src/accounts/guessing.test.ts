import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer } from '../host.ts'
import { builtPassword } from '../testing/build-sessions.ts'
import { buildPortalAccount } from '../testing/portal-account.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let app: FastifyInstance
const mostEvaluated = 10

beforeAll(async () => {
  server = await createTestServer()
  app = await buildServer(server.services)
})
afterAll(async () => {
  await app.close()
  await server.close()
})

type Outcome = { result?: { data: { outcome: string } }; error?: unknown }

/** One batch of ten calls as the portal sends them, or as somebody does who only pretends to be the portal. */
async function batch(procedure: string, inputs: unknown[], headers: Record<string, string>) {
  const paths = inputs.map(() => procedure).join(',')
  const response = await app.inject({
    method: 'POST',
    url: `/trpc/${paths}?batch=1`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(Object.fromEntries(inputs.map((input, index) => [index, input]))),
  })
  const body: unknown = response.json()
  return (Array.isArray(body) ? body : [body]) as Outcome[]
}

function portal(address: string, token?: string): Record<string, string> {
  return {
    'x-send-service': server.services.portal.serviceSecret,
    'x-send-face': 'citizen',
    'x-send-visitor-address': address,
    'x-forwarded-for': `203.0.113.${address.length}, ${address}`,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
}

function outcomesOf(answers: Outcome[][]): string[] {
  return answers.flat().map(({ result }) => result?.data.outcome ?? 'error')
}

test('V6.3.1 A-13: at most ten passwords of an account are evaluated in 15 minutes, in batches, at once, from many addresses', async () => {
  const { email } = await buildPortalAccount(server)
  const guesses = Array.from({ length: 10 }, (_, index) => ({ email, password: `wrong lantern ${index}` }))
  const answers = []
  for (let wave = 0; wave < 3; wave++)
    answers.push(
      ...(await Promise.all(
        Array.from({ length: 4 }, (_, index) =>
          batch('accounts.signIn', guesses, portal(`198.51.100.${wave * 4 + index}`)),
        ),
      )),
    )
  const outcomes = outcomesOf(answers)
  expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(mostEvaluated)
  const [right] = outcomesOf([
    await batch('accounts.signIn', [{ email, password: builtPassword }], portal('198.51.100.99')),
  ])
  expect(right).toBe('tooManyTries')
})

test('V6.3.1 A-13: at most ten codes of an account are evaluated in 15 minutes, over all kinds and half sessions', async () => {
  const account = await buildPortalAccount(server)
  const halves = [await account.signInHalf(), await account.signInHalf(), await account.signInHalf()]
  const kinds = ['totp', 'emailCode', 'recoveryCode'] as const
  const guesses = Array.from({ length: 10 }, (_, index) => ({
    method: kinds[index % 3],
    code: String(index).padStart(6, '0'),
  }))
  const answers = await Promise.all(
    halves.map(({ token }, index) =>
      batch('accounts.verifySecondStep', guesses, portal(`198.51.100.${index}`, token)),
    ),
  )
  const outcomes = outcomesOf(answers)
  expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(mostEvaluated)
  expect(outcomes.filter((outcome) => outcome === 'tooManyTries')).toHaveLength(20)
})

test('V6.3.1 A-13: an address that anybody but the portal claims is not believed', async () => {
  const guess = { email: 'nobody@example.org', password: 'wrong lantern orchid' }
  const pretended = await batch('accounts.signIn', [guess], { 'x-send-visitor-address': '198.51.100.7' })
  expect(pretended[0]?.error).toBeDefined()
  // One address behind sixty tries, whatever X-Forwarded-For says.
  const outcomes = []
  for (let round = 0; round < 7; round++) {
    const guesses = Array.from({ length: 10 }, (_, index) => ({
      email: `nobody-${round}-${index}@example.org`,
      password: 'wrong lantern orchid',
    }))
    outcomes.push(await batch('accounts.signIn', guesses, { 'x-forwarded-for': `203.0.113.${round}` }))
  }
  expect(outcomesOf(outcomes).filter((outcome) => outcome === 'refused')).toHaveLength(60)
})
