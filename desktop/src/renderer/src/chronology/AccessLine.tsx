import { Button, Checkbox, Group, NativeSelect } from '@mantine/core'
import {
  accessRights,
  accessSubjectKinds,
  type AccessEntry,
  type AccessRight,
} from '@send/shared/accounts/access-list'
import { translator } from '@send/shared/texts/translator'

import type { Explained } from './access-words.ts'

const t = translator('en')

type Subjects = NonNullable<Explained['change']>['subjects']

type AccessLineProps = {
  number: number
  entry: AccessEntry
  subjects: Subjects
  onChange: (entry: AccessEntry) => void
  onRemove: () => void
}

/** One line of an access list: who, may or may not, what. */
export function AccessLine({ number, entry, subjects, onChange, onRemove }: AccessLineProps) {
  const line = String(number)
  function toggle(right: AccessRight, on: boolean) {
    const rights = accessRights.filter((each) => (each === right ? on : entry.rights.includes(each)))
    onChange({ ...entry, rights })
  }
  return (
    <Group
      component="fieldset"
      gap="sm"
      align="end"
      m={0}
      p={0}
      bd={0}
      aria-label={t('chronology.changeLine', { line })}
    >
      <NativeSelect
        size="xs"
        label={t('chronology.changeWho')}
        value={`${entry.subject.kind} ${entry.subject.id}`}
        data={accessSubjectKinds.map((kind) => ({
          group: t(`chronology.changeKind.${kind}`),
          items: subjects[`${kind}s`].map(({ id, name }) => ({ value: `${kind} ${id}`, label: name })),
        }))}
        onChange={(event) => onChange({ ...entry, subject: subjectOf(event.currentTarget.value) })}
      />
      <NativeSelect
        size="xs"
        label={t('chronology.changeEffect')}
        value={entry.effect}
        data={[
          { value: 'allow', label: t('chronology.changeAllow') },
          { value: 'deny', label: t('chronology.changeDeny') },
        ]}
        onChange={(event) =>
          onChange({ ...entry, effect: event.currentTarget.value === 'deny' ? 'deny' : 'allow' })
        }
      />
      <Group gap="xs" pb={6}>
        {accessRights.map((right) => (
          <Checkbox
            key={right}
            size="xs"
            label={t(`chronology.right.${right}`)}
            checked={entry.rights.includes(right)}
            onChange={(event) => toggle(right, event.currentTarget.checked)}
          />
        ))}
      </Group>
      <Button
        size="compact-xs"
        variant="default"
        mb={4}
        aria-label={t('chronology.changeRemove', { line })}
        onClick={onRemove}
      >
        {t('administration.remove')}
      </Button>
    </Group>
  )
}

function subjectOf(value: string): AccessEntry['subject'] {
  const [kindWord = '', id = ''] = value.split(' ')
  const kind = accessSubjectKinds.find((each) => each === kindWord) ?? 'user'
  return { kind, id }
}
