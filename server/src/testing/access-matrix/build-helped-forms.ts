import { newId } from '@send/shared/values/ids'
import { formHelpers } from '../../submissions/sharing/tables.ts'
import type { TestServer } from '../test-server.ts'
import type { Caller } from './callers.ts'

type Begun = { submissionId: string; canary: string }

/** Every citizen among the callers helps with the shared form, and does so no longer with the unshared one. */
export async function buildHelpers(
  server: TestServer,
  citizens: Caller[],
  helped: Record<'shared' | 'unshared', Begun>,
): Promise<void> {
  const now = server.clock.now()
  const rows = citizens.flatMap(({ session }) =>
    (['shared', 'unshared'] as const).map((relation) => ({
      id: newId(),
      submissionId: helped[relation].submissionId,
      role: 'edit' as const,
      email: session?.email ?? '',
      tokenHash: newId(),
      invitedAt: now,
      expiresAt: now,
      userId: session?.userId ?? '',
      joinedAt: now,
      ...(relation === 'unshared' ? { endedAt: now, endReason: 'withdrawn' as const } : {}),
    })),
  )
  await server.ownerDatabase.insert(formHelpers).values(rows)
}
