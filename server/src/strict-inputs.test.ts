import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { BusinessProcess } from '@send/shared/accounts/business-processes'
import { buildServer } from './host.ts'
import { appRouter } from './router.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from './testing/build-sessions.ts'
import { createTestServer, type TestServer } from './testing/test-server.ts'

type Procedure = { _def: { inputs: unknown[]; meta?: { access?: string } } }
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)

let server: TestServer
let app: FastifyInstance

beforeAll(async () => {
  server = await createTestServer()
  app = await buildServer(server.services)
})
afterAll(async () => {
  await app.close()
  await server.close()
})

/** WebAuthn’s own messages may grow with browsers: what is not named is dropped, and nothing of it is kept. */
const grownByBrowsers = /^(?:accounts\.verifySecondStep\|2|secondSteps\.registerPasskey)\.response/

/** What a schema lets through that it does not name or bound, each with the way to it. */
function looseParts(schema: z.core.$ZodType, way: string, seen = new Set<z.core.$ZodType>()): string[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const { def } = (schema as z.core.$ZodTypes)._zod
  const inner = (part: z.core.$ZodType, step = '') => looseParts(part, `${way}${step}`, seen)
  switch (def.type) {
    case 'object': {
      const strict = def.catchall?._zod.def.type === 'never'
      const parts = Object.entries(def.shape).flatMap(([name, part]) => inner(part, `.${name}`))
      return strict ? parts : [`${way} takes fields that it does not name`, ...parts]
    }
    case 'array':
      return [...(isBounded(schema) ? [] : [`${way} takes any number`]), ...inner(def.element, '[]')]
    case 'record':
      return [...inner(def.keyType, '{key}'), ...inner(def.valueType, '{}')]
    case 'union':
      return def.options.flatMap((option, index) => inner(option, `|${index}`))
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return inner(def.innerType)
    case 'pipe':
      // Where the first half only looks at the keys, the second says what may stand there.
      return inner(def.in._zod.def.type === 'custom' ? def.out : def.in)
    case 'lazy':
      return inner(def.getter())
    case 'string':
      return isBounded(schema) ? [] : [`${way} takes a text of any length`]
    case 'any':
    case 'unknown':
    case 'custom':
      return [`${way} takes anything`]
    default:
      return []
  }
}

/** Bounded by a length, or by a pattern or format of its own. */
function isBounded({ _zod: { def } }: z.core.$ZodType): boolean {
  if ((def as { format?: string }).format !== undefined) return true
  const checks = (def.checks ?? []).map((check) => check._zod.def.check)
  return checks.some((check) => ['max_length', 'length_equals', 'string_format'].includes(check))
}

test('V2.2.1 V15.3.3: every procedure takes exactly the fields that it names, at every depth, each within limits', () => {
  expect(procedures.length).toBeGreaterThan(100)
  const loose = procedures.flatMap(([path, { _def }]) =>
    _def.inputs.length === 0
      ? [`${path} has no input schema`]
      : _def.inputs.flatMap((input) => looseParts(input as z.core.$ZodType, path)),
  )
  expect(loose.filter((part) => !grownByBrowsers.test(part))).toEqual([])
})

test('V2.2.2: a field that nobody named is refused by the server itself, at every procedure', async () => {
  const callers = [
    await buildStaffSession(server, BusinessProcess.options),
    await buildPortalSession(server, 'citizen'),
    await buildPortalSession(server, 'professional'),
  ]
  for (const [path] of procedures) {
    const answers = await Promise.all(callers.map((caller) => sendMore(path, caller)))
    // Whoever may not is told so first.
    for (const status of answers) expect([400, 403], path).toContain(status)
    expect(answers, path).toContain(400)
  }
})

async function sendMore(path: string, { face, token, userId }: BuiltSession): Promise<number> {
  const portal = { 'x-send-service': server.services.portal.serviceSecret, 'x-send-face': face }
  const answer = await app.inject({
    method: 'POST',
    url: `/trpc/${path}`,
    headers: { authorization: `Bearer ${token}`, ...(face === 'desktop' ? {} : portal) },
    payload: { userId, kind: 'staff', unnamed: true },
  })
  return answer.statusCode
}
