import { hashPassword, isPasswordRight } from '@send/server/accounts/passwords'
import { builtPassword } from '@send/server/testing/build-sessions'
import { percentile } from '../figures.ts'
import { openConnections, send, timesOf } from '../http-load.ts'
import type { Row, Sides } from '../row.ts'
import { openOwner, signInParents, visitorHeaders } from '../sample-parents.ts'
import type { Stage } from '../stage.ts'

const atOnce = 2
const perRound = 100

export const accountsSignInRow: Row = {
  id: 'accounts.sign-in',
  what: `95th percentile of a sign-in over HTTP, ${atOnce} at once from two addresses, beyond that of a bare Argon2id check of the same cost, ${atOnce} at once`,
  compare: 'beyond',
  unit: 'ms',
  sideUnit: 'ms',
  goal: { at: 'most', value: 60 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const stack = await stage.stack()
  const owner = openOwner(stack)
  const parents = await signInParents(stack, atOnce)
  const passwordHash = await hashPassword(builtPassword)
  const accounts = await owner<{ email: string }[]>`
    update users set password_hash = ${passwordHash}
    where id in ${owner(parents.map(({ userId }) => userId))} returning email`
  await owner.end()
  const agent = openConnections(atOnce)
  const url = `${stack.serverUrl}/trpc/accounts.signIn`
  const signIns = accounts.map(({ email }, index) => async () => {
    const headers = visitorHeaders(stack, `192.0.2.${index + 1}`)
    const body = { email, password: builtPassword }
    const answer = (await send(agent, { url, headers, body })).body.toString()
    if (!answer.includes('"outcome":"secondStepNeeded"')) throw new Error(`A sign-in was refused: ${answer}`)
  })
  const check = async () => {
    if (!(await isPasswordRight(passwordHash, builtPassword))) throw new Error('The password was not right.')
  }
  /** In turn, so that nobody signs in twice at once. */
  const inTurn = (tasks: (() => Promise<void>)[]) => async () => {
    const round = Array.from({ length: perRound / tasks.length }, () => tasks).flat()
    return percentile(await timesOf(round, atOnce), 95)
  }
  return {
    ours: inTurn(signIns),
    peer: inTurn([check]),
    async close() {
      agent.destroy()
    },
  }
}
