import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { addDays, dateInLondon } from '@send/shared/values/plain-date'
import { adviceRequests } from '../involvements/advice/tables.ts'
import { people } from '../people/tables.ts'
import type { BuiltSession } from './build-sessions.ts'
import { publishLive } from './publish-live.ts'
import type { TestServer } from './test-server.ts'

export type AdviceForm = {
  formId: string
  pageId: string
  details: string
  views: string
  declaration: string
}

let forms = 0

/** A live form for professionals that asks who the child is, for their advice, and for a declaration. */
export async function publishAdviceForm(server: TestServer, designer: BuiltSession): Promise<AdviceForm> {
  const [details, views] = [buildQuestion('childDetails'), buildQuestion('longText')]
  const declaration = buildQuestion('declaration')
  const page = buildPage([details, views, declaration])
  forms += 1
  const definition = buildForm({ code: `ADVICE-${forms}`, audience: 'professionals', pages: [page] })
  const formId = await publishLive(server, designer, definition)
  return { formId, pageId: page.id, details: details.id, views: views.id, declaration: declaration.id }
}

/** A child on record. */
export async function buildPerson(
  server: TestServer,
  overrides: { givenNames?: string; familyName?: string; dateOfBirth?: string } = {},
): Promise<string> {
  const id = newId()
  const { givenNames = 'Amira', familyName = 'Khan', dateOfBirth = '2014-02-14' } = overrides
  await server.ownerDatabase.insert(people).values({
    id,
    givenNames,
    familyName,
    dateOfBirth,
    foldedGivenNames: givenNames.toLowerCase(),
    foldedFamilyName: familyName.toLowerCase(),
    createdAt: server.clock.now(),
  })
  return id
}

/** A request for advice, past the rule that somebody of the organisation can read it. */
export async function buildAdviceRequest(
  server: TestServer,
  request: { personId: string; organisationId: string; formId: string; askedBy: string },
): Promise<string> {
  const id = newId()
  const askedAt = server.clock.now()
  const askedOn = dateInLondon(askedAt)
  await server.ownerDatabase
    .insert(adviceRequests)
    .values({ id, ...request, askedAt, askedOn, dueOn: addDays(askedOn, 42) })
  return id
}
