import { buildOtherSession, buildPortalSession, type BuiltSession } from '@send/server/testing/build-sessions'
import { findMail } from '../../e2e/portal-steps.ts'
import { totpCode } from '../../e2e/totp.ts'
import { createTally, type Campaign } from './campaign.ts'
import { ask, get } from './ground/ask.ts'
import { onGround, type Ground } from './ground/ground.ts'
import { createPerson, newAddress, type Person } from './ground/person.ts'

const usesAtOnce = 20
const stepMilliseconds = 30_000

type Method = 'totp' | 'emailCode' | 'recoveryCode'
type Tally = ReturnType<typeof createTally>
/** A code that counts once, and whose it is. */
type Code = { method: Method; owner: BuiltSession; code: string }

export const raceOneCodeCampaign: Campaign = {
  id: 'race.one-code',
  title: 'of twenty uses of one app code, e-mail code or recovery code at once exactly one opens a session',
  figure: 100,
  run: ({ rounds }) =>
    onGround(async (ground) => {
      const tally = createTally()
      const faults: string[] = []
      for (let round = 0; round < rounds; round += 1) {
        const makings = [makeAppCode(ground), makeEmailCode(ground), makeRecoveryCode(ground)]
        for (const code of await Promise.all(makings)) {
          faults.push(...(await race(ground, code, tally)))
          tally.add(`codes raced: ${code.method}`)
        }
      }
      return { rounds, faults, facts: tally.facts }
    }),
}

/** The code after the one with which an app was set up: the setting up must not be what is raced. */
async function makeAppCode(ground: Ground): Promise<Code> {
  const owner = await buildPortalSession(ground.accounts, 'citizen', { secondStep: false })
  const { api } = createPerson(ground.stack, owner, 'Sam Evans')
  const { secret } = await get(() => api.accounts.beginTotp.mutate({}))
  const now = Date.now()
  const answer = { method: 'totp' as const, code: totpCode(secret, now) }
  const { outcome } = await get(() => api.accounts.verifySecondStep.mutate(answer))
  if (outcome !== 'verified') throw new Error(`A right code sets up no app: ${outcome}`)
  return { method: 'totp', owner, code: totpCode(secret, now + stepMilliseconds) }
}

async function makeEmailCode(ground: Ground): Promise<Code> {
  const owner = await buildPortalSession(ground.accounts, 'citizen', { secondStep: false })
  const { api } = createPerson(ground.stack, owner, 'Sam Evans')
  await get(() => api.accounts.sendEmailCode.mutate({}))
  const [code] = await findMail(ground.stack.mailFolder, owner.email, /\b\d{6}\b/)
  return { method: 'emailCode', owner, code }
}

async function makeRecoveryCode(ground: Ground): Promise<Code> {
  const owner = await buildPortalSession(ground.accounts, 'citizen')
  const { api } = createPerson(ground.stack, owner, 'Sam Evans')
  const { codes } = await get(() => api.secondSteps.makeRecoveryCodes.mutate({}))
  return { method: 'recoveryCode', owner, code: codes[0] ?? '' }
}

/** Uses a code from many half sessions and addresses at once, and holds the sessions stored against the answers. */
async function race(ground: Ground, { method, owner, code }: Code, tally: Tally): Promise<string[]> {
  const before = await countFullSessions(ground, owner)
  const halves: Person[] = []
  for (let use = 0; use < usesAtOnce; use += 1) {
    const session = await buildOtherSession(ground.accounts, owner, { secondStep: false })
    halves.push(createPerson(ground.stack, session, 'Sam Evans', newAddress()))
  }
  const answers = await Promise.all(
    halves.map(({ api }) => ask(() => api.accounts.verifySecondStep.mutate({ method, code }))),
  )
  const outcomes = answers.map((answer) => (answer.kind === 'answered' ? answer.value.outcome : answer.kind))
  for (const outcome of outcomes) tally.add(`uses answered ${outcome}`)
  const successes = outcomes.filter((outcome) => outcome === 'verified').length
  const opened = (await countFullSessions(ground, owner)) - before
  const unanswered = outcomes.filter((outcome) => !['verified', 'refused', 'tooManyTries'].includes(outcome))
  const well = successes === 1 && opened === 1 && unanswered.length === 0
  return well ? [] : [`one ${method} opened ${opened} sessions and was answered ${outcomes.join(', ')}`]
}

async function countFullSessions({ sql }: Ground, { userId }: BuiltSession): Promise<number> {
  const [row] = await sql<{ number: number }[]>`
    select count(*)::int as number from sessions where user_id = ${userId} and second_step_at is not null`
  return row?.number ?? 0
}
