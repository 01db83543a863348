import { helperRoles } from '@send/shared/submissions/form-helpers'
import type { HelperPages, HelperRole } from '@send/shared/submissions/form-helpers'
import type { TextKey } from '@send/shared/texts/translator'

/** What was chosen for a helper, as far as it was. */
export type HelpTyped = { role: HelperRole | undefined; which: 'all' | 'some' | undefined; pageIds: string[] }
export type HelpProblem = { part: 'email' | 'colleague' | 'role' | 'which' | 'parts'; key: TextKey }

/** The field of a page that can be ticked. */
export function partField(pageId: string): string {
  return `part-${pageId}`
}

/** Reads what a helper is to do and where; `help` where both were chosen. */
export function readHelp(
  read: (name: string) => string,
  pageIds: string[],
): {
  typed: HelpTyped
  problems: HelpProblem[]
  help: { role: HelperRole; pageIds: HelperPages } | undefined
} {
  const role = helperRoles.find((known) => known === read('role'))
  const which = (['all', 'some'] as const).find((known) => known === read('which'))
  const ticked = pageIds.filter((pageId) => read(partField(pageId)) === 'yes')
  const problems: HelpProblem[] = []
  if (!role) problems.push({ part: 'role', key: 'portal.sharing.roleNeeded' })
  if (!which) problems.push({ part: 'which', key: 'portal.sharing.whichNeeded' })
  if (which === 'some' && ticked.length === 0)
    problems.push({ part: 'parts', key: 'portal.sharing.partsNeeded' })
  const typed = { role, which, pageIds: ticked }
  const isChosen = role !== undefined && problems.length === 0
  return { typed, problems, help: isChosen ? { role, pageIds: which === 'all' ? null : ticked } : undefined }
}
