import { isAllowed, type AccessEntry, type Accessor } from '../accounts/access-list.ts'
import type { FormDefinition } from './form-definition.ts'
import { warnOfHardTexts, warnOfJargon, warnOfSameWordings } from './plain-english/text-warnings.ts'

/** What whoever publishes should have seen; it stops nobody. `where` is the id of the page or question, or `form`. */
export type PublishingWarning = { where: string; sentence: string }

type Rule = (definition: FormDefinition) => PublishingWarning[]

/** One rule a line; another kind of warning is another line. */
const rules: readonly Rule[] = [
  warnOfListWithoutAdministrator,
  warnOfSameWordings,
  warnOfHardTexts,
  warnOfJargon,
]

/** Everything to confirm before publishing, in the order of the rules; empty when there is nothing to ask. */
export function listPublishingWarnings(definition: FormDefinition): PublishingWarning[] {
  return rules.flatMap((rule) => rule(definition))
}

function warnOfListWithoutAdministrator({ accessList }: FormDefinition): PublishingWarning[] {
  const someone = accessList.entries.some(({ subject }) =>
    isAllowed(accessList, onlyAs(subject), 'administer'),
  )
  if (someone) return []
  return [
    {
      where: 'form',
      sentence:
        'Nobody may administer who sees the imported forms, so nobody can change it later. Let a permission group, post or team administer it.',
    },
  ]
}

/** Somebody of whom a list speaks through one subject alone. */
function onlyAs({ kind, id }: AccessEntry['subject']): Accessor {
  return {
    userId: kind === 'user' ? id : '',
    groupIds: kind === 'group' ? [id] : [],
    postIds: kind === 'post' ? [id] : [],
    teamIds: kind === 'team' ? [id] : [],
  }
}
