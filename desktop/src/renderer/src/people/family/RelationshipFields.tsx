import { Group, NativeSelect, Radio, TextInput } from '@mantine/core'
import {
  parentalResponsibilities,
  relationshipKinds,
  type RelationshipEntry,
  type RelationshipKind,
  type RelationshipProblems,
} from '@send/shared/people/family/relationships'

import { t, type Pair } from './family-words.ts'

/** What is chosen so far: of somebody new nobody is taken for a mother until it is said. */
export type ChosenEntry = Omit<RelationshipEntry, 'kind'> & { kind: RelationshipKind | '' }

type RelationshipFieldsProps = {
  pair: Pair
  entry: ChosenEntry
  problems: RelationshipProblems
  today: string
  asksUntil: boolean
  onChange: (changes: Partial<ChosenEntry>) => void
}

/** What an adult is to a child, whether they have parental responsibility, and since when. */
export function RelationshipFields(props: RelationshipFieldsProps) {
  const { pair, entry, problems, today, onChange } = props
  const [adult, child] = [pair.adult.name, pair.child.name]
  return (
    <>
      <NativeSelect
        size="xs"
        data-autofocus
        label={t('family.what', { adult, child })}
        value={entry.kind}
        data={[
          ...(entry.kind === '' ? [{ value: '', label: t('family.chooseKind') }] : []),
          ...relationshipKinds.map((kind) => ({ value: kind, label: t(`family.kind.${kind}`) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kind: relationshipKinds.find((kind) => kind === value) ?? '' })
        }
      />
      <Radio.Group
        size="xs"
        label={t('family.ask', { adult })}
        description={entry.kind === '' ? undefined : t(`family.hint.${entry.kind}`)}
        value={entry.parentalResponsibility}
        onChange={(value) =>
          onChange({
            parentalResponsibility: parentalResponsibilities.find((each) => each === value) ?? 'notKnown',
          })
        }
      >
        <Group gap="md" mt={4}>
          {parentalResponsibilities.map((each) => (
            <Radio key={each} size="xs" value={each} label={t(`family.answer.${each}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Group gap="md" align="flex-start" grow>
        {(['from', 'until'] as const).map(
          (day) =>
            (day === 'from' || props.asksUntil) && (
              <TextInput
                key={day}
                size="xs"
                type="date"
                max={today}
                label={t(day === 'from' ? 'family.since' : 'family.untilWhen')}
                error={problems[day] && t(`family.problem.${problems[day]}`)}
                value={entry[day]}
                onChange={(event) => onChange({ [day]: event.currentTarget.value })}
              />
            ),
        )}
      </Group>
    </>
  )
}
