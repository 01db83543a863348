import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appRouter } from './router.ts'
import { registerRoutes } from './routes.ts'
import { buildForgetfulServer, type Answered, type Asked } from './testing/access-matrix/ask-and-undo.ts'
import { isPortalCaller, type Caller } from './testing/access-matrix/callers.ts'
import {
  procedureExpectations,
  routeExpectations,
  type Expectation,
} from './testing/access-matrix/expectations.ts'
import { maySeeShared } from './testing/access-matrix/expectations-organisations.ts'
import { isCitizen } from './testing/access-matrix/expectations-shared-forms.ts'
import { ladderOutcome, type Outcome } from './testing/access-matrix/ladder.ts'
import { buildWorld, relations, type Relation, type World } from './testing/access-matrix/world.ts'
import { createTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer
let world: World
let forgetful: Awaited<ReturnType<typeof buildForgetfulServer>>

const accessOf = new Map(
  Object.entries(
    appRouter._def.procedures as unknown as Record<string, { _def: { meta?: { access?: string } } }>,
  ).map(([path, { _def }]) => [path, _def.meta?.access ?? '']),
)

beforeAll(async () => {
  server = await createTestServer()
  world = await buildWorld(server)
  forgetful = await buildForgetfulServer(server)
})
afterAll(async () => {
  await forgetful.close()
  await server.close()
})

test('every procedure and every route has an expectation, and no expectation is left over', async () => {
  expect(Object.keys(procedureExpectations).toSorted()).toEqual([...accessOf.keys()].toSorted())
  expect(Object.keys(routeExpectations).toSorted()).toEqual((await listRoutes()).toSorted())
})

/** The routes beside the procedures. A HEAD comes with every GET; that of uploads has tests of its own (SR-380). */
async function listRoutes(): Promise<string[]> {
  const app = fastify()
  const routes: string[] = []
  app.addHook(
    'onRoute',
    ({ method, url }) => void (method !== 'HEAD' && routes.push(`${String(method)} ${url}`)),
  )
  await registerRoutes(app, server.services)
  await app.close()
  return routes
}

type CellResult = { expected: Outcome; answered: Answered }

test('V8.2.1 V8.2.2 A-01 A-02: every caller gets what the access rule and the relation allow, and nothing else', async () => {
  const wrong: string[] = []
  let cells = 0
  for (const caller of Object.values(world.callers)) {
    for (const [path, expectation] of Object.entries(procedureExpectations)) {
      const results = await runRow(caller, {
        access: accessOf.get(path) ?? '',
        relations: expectation.then ? relations : ['own'],
        ask: (relation) => postProcedure(path, expectation, caller, relation),
        then: (relation) =>
          expectation.always?.(caller) ?? expectation.then?.({ world, caller, relation }) ?? 'done',
      })
      cells += results.length
      wrong.push(...faultsOf(path, caller, results))
    }
    for (const [route, { access, ask, then }] of Object.entries(routeExpectations)) {
      const results = await runRow(caller, {
        access,
        relations: then ? relations : ['own'],
        ask: (relation) => ask({ world, caller, relation }),
        then: (relation) => then?.({ world, caller, relation }) ?? 'done',
      })
      cells += results.length
      wrong.push(...faultsOf(route, caller, results))
    }
  }
  const procedures = Object.keys(procedureExpectations).length
  const callers = Object.keys(world.callers).length
  process.stdout.write(
    `access matrix: ${cells} cells, ${procedures} procedures, ${Object.keys(routeExpectations).length} routes, ${callers} callers\n`,
  )
  expect(wrong).toEqual([])
}, 900_000)

type Row = {
  access: string
  relations: readonly Relation[]
  ask: (relation: Relation) => Asked
  then: (relation: Relation) => Outcome
}

async function runRow(caller: Caller, row: Row): Promise<CellResult[]> {
  const results: CellResult[] = []
  for (const relation of row.relations) {
    const ladder = ladderOutcome(row.access, caller)
    const expected = ladder === 'done' ? row.then(relation) : ladder
    results.push({ expected, answered: await forgetful.ask(caller, row.ask(relation)) })
  }
  return results
}

function postProcedure(path: string, expectation: Expectation, caller: Caller, relation: Relation): Asked {
  const payload = JSON.stringify(expectation.input({ world, caller, relation }))
  return {
    method: 'POST',
    url: `/trpc/${path}`,
    payload,
    headers: { 'content-type': 'application/json' },
  }
}

function faultsOf(what: string, caller: Caller, results: CellResult[]): string[] {
  const faults = results.flatMap(({ expected, answered }) => {
    const got = outcomeOf(answered)
    const cell = `${what} by ${caller.kind}`
    if (got !== expected) return [`${cell}: expected ${expected}, got ${got} (${answered.status})`]
    const leaked = world.canaries.filter(
      (canary) => answered.body.includes(canary) && !mayKnow(caller, canary),
    )
    return leaked.length > 0 ? [`${cell}: tells of ${leaked.join(', ')}`] : []
  })
  const refusals = new Set(
    results
      .filter(({ expected }) => expected === 'not-found')
      .map(({ answered }) => `${answered.status} ${answered.body}`),
  )
  return refusals.size > 1 ? [...faults, `${what} by ${caller.kind}: refusals can be told apart`] : faults
}

/** Portal users know their own child and the one they are authenticated for; staff what their process shows. */
function mayKnow(caller: Caller, canary: string): boolean {
  if (isPortalCaller(caller)) {
    const isShared = maySeeShared(caller) && world.people.shared.canary === canary
    const isHelped = isCitizen(caller) && world.helped.shared.canary === canary
    return isShared || isHelped || world.drafts.get(caller.kind)?.canary === canary
  }
  return caller.grants.some((grant) => /^(people|chronology|matching|manageIncomingForms|share)/.test(grant))
}

function outcomeOf({ status, body }: Answered): string {
  if (status < 300) return 'done'
  const parsed = JSON.parse(body) as { error?: { id?: string; data?: { id?: string } } }
  return parsed.error?.data?.id ?? parsed.error?.id ?? 'no id'
}
