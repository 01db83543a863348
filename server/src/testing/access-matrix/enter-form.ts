import { newId } from '@send/shared/values/ids'
import { internalForms } from '../../chronology/internal-forms/tables.ts'
import { formOrigins } from '../../submissions/tables.ts'
import { buildOrigin } from '../build-entered-form.ts'
import type { BuiltSession } from '../build-sessions.ts'
import type { TestServer } from '../test-server.ts'

/** A form of the portals that a colleague enters for somebody. */
export async function beginEntered(
  server: TestServer,
  { by, formId }: { by: BuiltSession; formId: string },
): Promise<{ internalFormId: string }> {
  const [internalFormId, originId, now] = [newId(), newId(), server.clock.now()]
  await server.ownerDatabase.insert(formOrigins).values({ id: originId, ...buildOrigin() })
  await server.ownerDatabase.insert(internalForms).values({
    id: internalFormId,
    formId,
    formVersion: 1,
    originId,
    status: 'unfinished',
    revision: 1,
    startedBy: by.userId,
    startedAt: now,
    changedBy: by.userId,
    changedAt: now,
  })
  return { internalFormId }
}
