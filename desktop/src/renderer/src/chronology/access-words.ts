import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../api.ts'

const t = translator('en')

export type Explained = RouterOutputs['chronology']['explainAccess']
export type NamedEntry = Explained['entries'][number]
type Right = NamedEntry['rights'][number]

/** An access list as sentences, denials last because they outweigh; what was added to the item alone is marked. */
export function accessInWords(entries: readonly NamedEntry[]): string[] {
  if (!entries.some((entry) => entry.effect === 'allow')) return [t('chronology.accessNobody')]
  const allows = entries.filter((entry) => entry.effect === 'allow')
  const denials = entries.filter((entry) => entry.effect === 'deny')
  return [...allows, ...denials].map((entry) => {
    const sentence = t(entry.effect === 'allow' ? 'chronology.accessAllow' : 'chronology.accessDeny', {
      who: subjectInWords(entry),
      rights: rightsInWords(entry.rights, entry.effect),
    })
    return entry.from === 'entry' ? t('chronology.accessAddedHere', { sentence }) : sentence
  })
}

/** Somebody who can see it: what they may do, and through whom. */
export function insiderInWords({ name, rights, because }: Explained['canSee'][number]): string {
  const words = { name, rights: rightsInWords(rights, 'allow'), why: reasonsInWords(because) }
  return t('chronology.insider', words)
}

/** Somebody whom the list names and who cannot see it all the same. */
export function outsiderInWords({ name, why, because }: Explained['cannotSee'][number]): string {
  return why === 'process'
    ? t('chronology.outsiderProcess', { name, process: t('process.chronology') })
    : t('chronology.outsiderDenied', { name, why: reasonsInWords(because) })
}

/** What the reader may do with it. */
export function ownAccessInWords({ rights }: Explained['me']): string {
  return t('chronology.accessAllow', {
    who: t('chronology.accessYou'),
    rights: rightsInWords(rights, 'allow'),
  })
}

/** Rights as people say them, joined by "and" when allowed and by "or" when denied. */
function rightsInWords(rights: readonly Right[], effect: NamedEntry['effect']): string {
  const words = rights.map((right) => t(`chronology.right.${right}`))
  const last = words.at(-1) ?? ''
  if (words.length < 2) return last
  const some = words.slice(0, -1).join(', ')
  return effect === 'allow' ? t('chronology.and', { some, last }) : t('chronology.or', { some, last })
}

function subjectInWords({ kind, name }: NamedEntry): string {
  if (name === null) return t(`chronology.accessGone.${kind}`)
  return t(`chronology.access.${kind}`, { name })
}

function reasonsInWords(because: readonly NamedEntry[]): string {
  return because.map((entry) => t(`chronology.because.${entry.kind}`, { name: entry.name ?? '' })).join(', ')
}
