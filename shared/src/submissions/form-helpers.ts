import { z } from 'zod'
import { mostPages } from '../forms/form-definition.ts'
import { PageId } from '../values/ids.ts'

/**
 * The owner of a form in progress may ask others to help with it. An invitation is open for 14 days; accepted, it makes
 * its holder a helper, of all pages or of chosen ones. Both end when the owner withdraws it, when the helper leaves, and
 * when the form is sent or deleted. A helper never sends the form, never asks others in, and never signs for its owner.
 */
export const helperRoles = ['view', 'comment', 'edit'] as const
export const HelperRole = z.enum(helperRoles)
export type HelperRole = z.infer<typeof HelperRole>

export type HelperAction = 'read' | 'comment' | 'save'

/** Role → what a helper may do on the pages that are open to them. */
const helperRights: Record<HelperRole, readonly HelperAction[]> = {
  view: ['read'],
  comment: ['read', 'comment'],
  edit: ['read', 'comment', 'save'],
}

/** The pages that are open to a helper; null means all, those of later versions too. */
export const HelperPages = z.array(PageId).min(1).max(mostPages).nullable()
export type HelperPages = z.infer<typeof HelperPages>

/** Why an invitation, or the access that came of it, is over. */
export const helpEndReasons = ['withdrawn', 'left', 'sent'] as const
export type HelpEndReason = (typeof helpEndReasons)[number]

/** Open invitations and helpers of one form, and the comments on it. */
export const mostHelpers = 10
export const mostComments = 200
/** Characters. */
export const mostCommentLength = 2000

/** Whether a helper may do something on a page. */
export function helperMay(
  { role, pageIds }: { role: HelperRole; pageIds: HelperPages },
  action: HelperAction,
  pageId: string,
): boolean {
  return helperRights[role].includes(action) && isOpenPage(pageIds, pageId)
}

/** Whether a page is among those that are open to a helper. */
export function isOpenPage(pageIds: HelperPages, pageId: string): boolean {
  return pageIds === null || pageIds.includes(pageId)
}
