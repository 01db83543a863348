import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'

const t = translator('en')

export type ScopeRules = RouterOutputs['importRules']['list']['scopes'][number]

/** Whose records a set of rules is for. */
export function whoseInWords({ scope, name }: ScopeRules): string {
  return scope === 'default' || scope === 'families' ? t(`importRules.scope.${scope}`) : (name ?? scope)
}

/** What says more of them: the URN of a school. */
export function hintOf({ scope }: ScopeRules): string {
  return scope === 'default' || scope === 'families'
    ? t(`importRules.scopeHint.${scope}`)
    : t('importRules.scopeHint.school', { urn: scope })
}
