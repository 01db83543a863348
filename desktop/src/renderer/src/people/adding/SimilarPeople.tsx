import { Button, Group, Modal, Text, Title } from '@mantine/core'
import type { PersonEntry } from '@send/shared/people/person-entry'
import { ruleTexts } from '@send/shared/suspense/matching/deterministic-rules'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Failed } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { ComparisonTable } from '../../suspense/ComparisonTable.tsx'
import { probabilityInWords } from '../../suspense/suspense-words.ts'
import { personName } from '../person-words.ts'
import classes from './adding.module.css'
import { comparedEntry, verdictsInWords } from './similar-words.ts'
import type { SimilarPerson, useSimilar } from './useSimilar.ts'

const t = translator('en')

type SimilarPeopleProps = {
  entry: PersonEntry
  found: ReturnType<typeof useSimilar>
  onOpenPerson: (personId: string) => void
}

/** Who on record may be the person that is typed, the likeliest first, with what speaks for and against it. */
export function SimilarPeople({ entry, found, onOpenPerson }: SimilarPeopleProps) {
  const [comparing, setComparing] = useState<SimilarPerson | undefined>(undefined)
  const { similar, isAsked, isCurrent } = found
  return (
    <aside className={classes.similar} aria-label={t('similar.title')}>
      <Title order={2} size="h5">
        {t('similar.title')}
      </Title>
      <output className={classes.said}>{sayFound(found)}</output>
      {found.error && <Failed error={found.error} onRetry={found.lookAgain} />}
      {isAsked && (
        <ul className={classes.list} aria-busy={!isCurrent}>
          {similar.map((candidate) => (
            <SimilarItem
              key={candidate.personId}
              candidate={candidate}
              onOpen={() => onOpenPerson(candidate.personId)}
              onCompare={() => setComparing(candidate)}
            />
          ))}
        </ul>
      )}
      {comparing && (
        <Modal
          opened
          size={1160}
          onClose={() => setComparing(undefined)}
          title={t('similar.compareTitle', { name: personName(comparing.person) })}
        >
          <ComparisonTable child={comparedEntry(entry)} candidate={comparing} heading={t('similar.typed')} />
        </Modal>
      )}
    </aside>
  )
}

function sayFound({ isAsked, isCurrent, similar, error }: ReturnType<typeof useSimilar>): string {
  if (!isAsked) return t('similar.start')
  if (error) return ''
  if (similar.length > 0) return t('similar.count', { count: similar.length })
  return isCurrent ? t('similar.none') : t('similar.looking')
}

type SimilarItemProps = { candidate: SimilarPerson; onOpen: () => void; onCompare: () => void }

function SimilarItem({ candidate, onOpen, onCompare }: SimilarItemProps) {
  const { person, probability, rule, isVerySimilar } = candidate
  const name = personName(person)
  return (
    <li className={classes.item} data-very={isVerySimilar || undefined}>
      <Group gap="sm" justify="space-between">
        <strong>{name}</strong>
        {isVerySimilar && <StatusMark shape="warning" word={t('similar.very')} />}
      </Group>
      <Text size="sm">
        {[dateInWords(person.dateOfBirth), person.postcode, person.schoolName].filter(Boolean).join(' · ')}
      </Text>
      <Text size="sm" fw={600}>
        {t('similar.likely', { percent: probabilityInWords(probability) })}
      </Text>
      <Text size="xs">{[...(rule ? [ruleTexts[rule]] : []), ...verdictsInWords(candidate)].join(' · ')}</Text>
      <Group gap="xs" mt={4}>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('similar.openOf', { name })}
          onClick={onOpen}
        >
          {t('similar.open')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('similar.compareWith', { name })}
          onClick={onCompare}
        >
          {t('similar.compare')}
        </Button>
      </Group>
    </li>
  )
}
