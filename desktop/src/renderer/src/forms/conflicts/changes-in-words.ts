import type { PartChange } from '@send/shared/forms/merging/conflict'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

const mostNamed = 3

/** What was changed, by the names of the parts: “How do you travel?”, the form settings and 2 more. */
export function changesInWords(changes: readonly PartChange[]): string {
  const names = [...new Set(changes.map(({ trail }) => nameInWords(trail)))]
  const named = names.slice(0, mostNamed).join(', ')
  const more = names.length - mostNamed
  return more > 0 ? t('drafts.andMore', { named, count: more }) : named
}

function nameInWords(trail: readonly string[]): string {
  const name = trail.at(-1)
  if (name === undefined) return t('drafts.theSettings')
  return name === '' ? t('drafts.nameless') : t('drafts.named', { name })
}
