import { ActionIcon, TextInput } from '@mantine/core'
import type { LookupEntry } from '@send/shared/forms/lookup-table'
import { translator } from '@send/shared/texts/translator'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'

import { withPart } from './lookup-draft.ts'
import classes from './lookup-tables.module.css'

const t = translator('en')

const parts = ['code', 'en', 'cy', 'externalCode', 'activeFrom', 'activeTo'] as const
type Part = (typeof parts)[number]

const lengths = { code: 40, en: 10_000, cy: 10_000, externalCode: 40, activeFrom: 10, activeTo: 10 }

type EntryTableProps = {
  name: string
  entries: readonly LookupEntry[]
  /** The codes that are saved already: answers may hold them, so they stay as they are. */
  savedCodes: readonly string[]
  problems: readonly (string | undefined)[]
  mayChange: boolean
  onChange: (entries: LookupEntry[]) => void
}

/** The entries of a look-up table, each a row of boxes. */
export function EntryTable({ name, entries, savedCodes, problems, mayChange, onChange }: EntryTableProps) {
  const change = (index: number, entry: LookupEntry) => onChange(entries.with(index, entry))
  function swap(index: number, other: number) {
    const [entry, neighbour] = [entries[index], entries[other]]
    if (entry && neighbour) onChange(entries.with(index, neighbour).with(other, entry))
  }
  if (entries.length === 0) return <p className={classes.none}>{t('lookups.noEntries')}</p>
  return (
    <table className={classes.entries}>
      <caption>{t('lookups.entries', { name })}</caption>
      <thead>
        <tr>
          {parts.map((part) => (
            <th key={part} scope="col">
              {t(`lookups.part.${part}`)}
            </th>
          ))}
          {mayChange && <th scope="col">{t('lookups.actions')}</th>}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => {
          const number = index + 1
          // Saved entries come first and keep their codes; a new one may be typed over and removed.
          const saved = savedCodes.includes(entry.code) && entries.findIndex(sameCode(entry)) === index
          return (
            // The place is the only thing that stays while a code is typed.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {parts.map((part) => (
                <td key={part}>
                  <TextInput
                    size="xs"
                    type={part.startsWith('active') ? 'date' : 'text'}
                    aria-label={t('lookups.partOf', { part: t(`lookups.part.${part}`), number })}
                    lang={part === 'cy' ? 'cy' : undefined}
                    maxLength={lengths[part]}
                    readOnly={!mayChange || (part === 'code' && saved)}
                    error={part === 'code' ? problems[index] : undefined}
                    value={valueOf(entry, part)}
                    onChange={(event) => change(index, withPart(entry, part, event.currentTarget.value))}
                  />
                </td>
              ))}
              {mayChange && (
                <td className={classes.actions}>
                  <ActionIcon
                    variant="default"
                    aria-label={t('lookups.up', { number })}
                    disabled={index === 0}
                    onClick={() => swap(index, index - 1)}
                  >
                    <IconArrowUp aria-hidden size={14} />
                  </ActionIcon>
                  <ActionIcon
                    variant="default"
                    aria-label={t('lookups.down', { number })}
                    disabled={number === entries.length}
                    onClick={() => swap(index, number)}
                  >
                    <IconArrowDown aria-hidden size={14} />
                  </ActionIcon>
                  <ActionIcon
                    variant="default"
                    aria-label={t('lookups.remove', { number })}
                    disabled={saved}
                    onClick={() => onChange(entries.toSpliced(index, 1))}
                  >
                    <IconX aria-hidden size={14} />
                  </ActionIcon>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function sameCode({ code }: LookupEntry): (other: LookupEntry) => boolean {
  return (other) => other.code === code
}

function valueOf({ code, description, ...others }: LookupEntry, part: Part): string {
  if (part === 'code') return code
  if (part === 'en' || part === 'cy') return description[part] ?? ''
  return others[part] ?? ''
}
