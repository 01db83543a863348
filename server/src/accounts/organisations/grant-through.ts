import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { grantChildAccess, type NewChildAccess } from '../child-access/grant-child-access.ts'
import { findMembership, lockOrganisation } from './membership.ts'

/**
 * Records that somebody sees a child because of their work for an organisation: it ends when they leave. Refused
 * for whoever does not belong to it at this moment, and for an organisation that has closed.
 */
export async function grantThroughOrganisation(
  ctx: ProcedureContext<Actor>,
  access: NewChildAccess & { organisationId: string },
): Promise<{ childAccessId: string }> {
  const { organisationId, userId, relation } = access
  if (relation !== 'professional')
    throw new SendError(
      'bad-input',
      'Only somebody who works with the child sees it through an organisation.',
    )
  // They cannot leave while this is recorded: who leaves takes the same lock.
  await lockOrganisation(ctx, organisationId)
  const membership = await findMembership(ctx, organisationId, userId)
  if (membership?.state !== 'active')
    throw new SendError('conflict', 'This person does not belong to the organisation, or no longer.')
  return grantChildAccess(ctx, access)
}
