import { buildPortalAccount, type PortalAccount } from './portal-account.ts'
import type { TestServer } from './test-server.ts'

const usesAtOnce = 20
const minuteMs = 60_000

export type RaceResult = { method: 'totp' | 'emailCode' | 'recoveryCode'; successes: number[] }

/**
 * Uses one code of each kind twenty times at once, each time from a half session of its own, and counts the
 * sessions that this opened, round by round. Right is one in every round.
 */
export async function raceOneCode(server: TestServer, rounds: number): Promise<RaceResult[]> {
  const results: RaceResult[] = (['totp', 'emailCode', 'recoveryCode'] as const).map((method) => ({
    method,
    successes: [],
  }))
  for (let round = 0; round < rounds; round += 1) {
    const account = await buildPortalAccount(server)
    for (const result of results) {
      // Ten evaluated guesses in 15 minutes would stop the uses of the next code before the code does.
      server.clock.moveBy(16 * minuteMs)
      const code = await findCode(account, result.method)
      result.successes.push(await race(account, result.method, code))
    }
  }
  return results
}

async function findCode(account: PortalAccount, method: RaceResult['method']): Promise<string> {
  if (method === 'totp') return account.nextCode()
  if (method === 'recoveryCode') {
    const { caller } = await account.signInFull()
    const { codes } = await caller.secondSteps.makeRecoveryCodes()
    return codes[0] ?? ''
  }
  const { caller } = await account.signInHalf()
  await caller.accounts.sendEmailCode()
  return account.readMail(/\b(\d{6})\b/)
}

async function race(account: PortalAccount, method: RaceResult['method'], code: string): Promise<number> {
  const halves = []
  for (let use = 0; use < usesAtOnce; use += 1) halves.push(await account.signInHalf())
  const outcomes = await Promise.allSettled(
    halves.map(({ caller }) => caller.accounts.verifySecondStep({ method, code })),
  )
  return outcomes.filter((each) => each.status === 'fulfilled' && each.value.outcome === 'verified').length
}
