import type { AccessEntry, AccessList } from '@send/shared/accounts/access-list'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

/** An access list as sentences, denials last because they outweigh; `groupNames` holds the names that the reader may know. */
export function accessInWords(list: AccessList, groupNames: ReadonlyMap<string, string>): string[] {
  if (!list.entries.some((entry) => entry.effect === 'allow')) return [t('chronology.accessNobody')]
  const allows = list.entries.filter((entry) => entry.effect === 'allow')
  const denials = list.entries.filter((entry) => entry.effect === 'deny')
  return [...allows, ...denials].map((entry) =>
    t(entry.effect === 'allow' ? 'chronology.accessAllow' : 'chronology.accessDeny', {
      who: subjectInWords(entry, groupNames),
      rights: rightsInWords(entry),
    }),
  )
}

function subjectInWords({ subject }: AccessEntry, groupNames: ReadonlyMap<string, string>): string {
  if (subject.kind === 'user') return t('chronology.accessSomebody')
  const name = groupNames.get(subject.id)
  return name ? t('chronology.accessGroup', { name }) : t('chronology.accessSomeGroup')
}

function rightsInWords({ effect, rights }: AccessEntry): string {
  const words = rights.map((right) => t(`chronology.right.${right}`))
  const last = words.at(-1) ?? ''
  if (words.length < 2) return last
  const some = words.slice(0, -1).join(', ')
  return effect === 'allow' ? t('chronology.and', { some, last }) : t('chronology.or', { some, last })
}
