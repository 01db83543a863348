import type { BuiltSession } from '../build-sessions.ts'
import { publishRequestForm, sendChild } from '../build-waiting-child.ts'
import { settle, undo } from '../settle-steps.ts'
import type { TestServer } from '../test-server.ts'

/** A child whose first match was undone and who is matched again. */
export async function buildUndoneMatch(
  server: TestServer,
  { builder, sender }: { builder: BuiltSession; sender: BuiltSession },
): Promise<{ undoneMatchId: string; incomingChildId: string }> {
  const form = await publishRequestForm(server, builder)
  const item = await sendChild(server, { form, sender, child: { givenNames: 'Undone' } })
  await settle(server, builder, item)
  const undoneMatchId = await undo(server, builder, item)
  await settle(server, builder, item)
  return { undoneMatchId, incomingChildId: item.incomingChildId }
}
