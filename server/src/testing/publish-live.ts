import type { FormDefinition } from '@send/shared/forms/form-definition'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { newId } from '@send/shared/values/ids'
import type { BuiltSession } from './build-sessions.ts'
import type { TestServer } from './test-server.ts'

/** Publishes a form as somebody who may, live at once; its id, or a throw that says why not. */
export async function publishLive(
  server: TestServer,
  designer: BuiltSession,
  definition: FormDefinition,
): Promise<string> {
  const formId = newId()
  const publication = { idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }
  const published = await server.caller(designer).forms.publish(await withPassedCheck(publication))
  if (published.outcome !== 'published') throw new Error(JSON.stringify(published))
  return formId
}
