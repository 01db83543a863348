import { mostAddedBytes, mostAddedLines } from '@send/shared/suspense/added-children'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { requireTile } from '../../accounts/portal-faces/require-tile.ts'
import { onceOnly } from '../../database/idempotency.ts'
import { notAllowed } from '../../errors.ts'
import { router, twoStepVerifiedProcedure } from '../../trpc.ts'
import { addChildren } from './add-children.ts'
import { checkChildren, type CheckedLine } from './check-children.ts'
import { listAdded } from './list-added.ts'
import { requireOwnSchool } from './own-schools.ts'

/** A file in base64; a little more than may be, so that one that is too large is told so. */
const content = z.base64().max(Math.ceil(((mostAddedBytes + 1024) * 4) / 3) + 4)
const List = z.strictObject({ organisationId: Id, content })

/** Families and staff add nobody here; they learn that first, whatever they ask. */
const professionalProcedure = twoStepVerifiedProcedure.use(({ ctx, next }) => {
  if (ctx.actor.kind !== 'professional') throw notAllowed()
  return next()
})

/** Several children at once, told by a school. */
export const addedChildrenRouter = router({
  listMine: professionalProcedure.input(z.strictObject({}).optional()).query(({ ctx }) => listAdded(ctx)),

  check: professionalProcedure.input(List).query(async ({ ctx, input }) => {
    const { organisationId } = input
    await requireTile(ctx, 'addSeveral')
    await requireOwnSchool(ctx, organisationId)
    const list = await checkChildren(ctx, { organisationId, content: Buffer.from(input.content, 'base64') })
    const object = { objectKind: 'organisation', objectId: organisationId }
    if (list.outcome !== 'checked') {
      await ctx.audit({ action: 'addedChildren.check', ...object, details: { why: list.why } })
      return list
    }
    const lines = list.lines.map(describe)
    const details = { lines: lines.length, toAdd: lines.filter(({ outcome }) => outcome === 'add').length }
    await ctx.audit({ action: 'addedChildren.check', ...object, details })
    return { ...list, lines }
  }),

  add: professionalProcedure
    .input(List.extend({ idempotencyKey: Id, confirmed: z.int().min(1).max(mostAddedLines) }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'addedChildren.add', input, async () => {
        const { organisationId, confirmed } = input
        await requireTile(ctx, 'addSeveral')
        await requireOwnSchool(ctx, organisationId)
        return addChildren(ctx, {
          organisationId,
          confirmed,
          content: Buffer.from(input.content, 'base64'),
        })
      }),
    ),
})

/** What whoever checks a list reads of a line. */
function describe(checked: CheckedLine) {
  const { line, givenNames, familyName, dateOfBirth, outcome } = checked
  const refused = outcome === 'refused' ? checked : { refusals: [], sameAs: null }
  const { refusals, sameAs } = refused
  return { line, givenNames, familyName, dateOfBirth, outcome, refusals, sameAs, read: asRead(checked) }
}

/** As it was understood, so that a day and a month that changed places are noticed. */
function asRead(checked: CheckedLine) {
  if (checked.outcome !== 'add') return null
  const { dateOfBirth, sex = null, upn = null, postcode = null } = checked.child
  return { dateOfBirth, sex, upn, postcode }
}
