import { Alert, Button, Group, Text, Title } from '@mantine/core'
import type { ChangesTold } from '@send/shared/people/person-entry'
import { translator } from '@send/shared/texts/translator'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'

import { useApi } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { focusFirstWrong } from '../entry/focus-first-wrong.ts'
import { PersonFields } from '../entry/PersonFields.tsx'
import { usePersonEntry } from '../entry/usePersonEntry.ts'
import { ChangeQuestions } from './ChangeQuestions.tsx'
import { nameOfUnit, recordUnitInWords, type FullRecord } from './record-words.ts'
import { carryOver, isSinceRight, listAskedUnits, tellChanges } from './told-changes.ts'
import { useCorrectPerson, type ChangedMeanwhile } from './useCorrectPerson.ts'
import classes from './record.module.css'

const t = translator('en')

type CorrectPersonProps = { personId: string; record: FullRecord; onClose: () => void }

/** Corrects the details of a person; of a value that a colleague changed meanwhile it is said by whom, and nothing typed is lost. */
export function CorrectPerson({ personId, record, onClose }: CorrectPersonProps) {
  const api = useApi()
  const queries = useQueryClient()
  // As the officer saw it: a colleague’s change comes in with a notice, never unseen.
  const [seen, setSeen] = useState(record)
  const state = usePersonEntry(record.entry, seen.entry)
  const [told, setTold] = useState<ChangesTold>({})
  const [changed, setChanged] = useState<ChangedMeanwhile | undefined>(undefined)
  const form = useRef<HTMLFormElement>(null)
  const { entry, today } = state
  const units = listAskedUnits(seen.entry, entry)
  const changes = tellChanges(units, told)
  const areDaysRight = Object.values(changes).every(({ since }) =>
    isSinceRight(since, entry.dateOfBirth, today),
  )
  const { correct, busy } = useCorrectPerson({
    onCorrected: onClose,
    onTaken: state.refuse,
    async onChangedMeanwhile(found) {
      const now = await queries.fetchQuery({
        ...api.people.getRecord.queryOptions({ personId }),
        staleTime: 0,
      })
      state.set(carryOver(seen.entry, entry, now.entry))
      setSeen(now)
      setChanged(found)
    },
  })

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    state.send()
    if (!state.isSound || !areDaysRight) return focusFirstWrong(form.current)
    if (!busy) correct({ personId, expected: seen.entry, entry, told: changes })
  }

  return (
    <form ref={form} noValidate onSubmit={onSubmit} aria-label={t('details.correcting')}>
      <Title order={2} size="h5" mb="xs">
        {t('details.correcting')}
      </Title>
      {changed && <ChangedNotice changed={changed} now={seen} />}
      <div className={classes.columns}>
        <PersonFields state={state} schoolName={seen.schoolName} />
        <div className={classes.questions} aria-live="polite">
          <ChangeQuestions
            record={seen}
            entry={entry}
            today={today}
            units={units}
            told={told}
            onTell={(unit, how) => setTold((before) => ({ ...before, [unit]: how }))}
          />
        </div>
      </div>
      <Group gap="sm" mt="sm" className={classes.actions}>
        <Button size="xs" type="submit" loading={busy}>
          {t('details.save')}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={onClose}>
          {t('casework.cancel')}
        </Button>
      </Group>
    </form>
  )
}

function ChangedNotice({ changed, now }: { changed: ChangedMeanwhile; now: FullRecord }) {
  const what = changed.units.map(nameOfUnit).join(', ')
  const { by, at } = changed
  return (
    <Alert color="yellow" role="alert" p="xs" mb="sm">
      <Text size="sm">
        {by && at
          ? t('details.changedBy', { by, what, when: momentInWords(at) })
          : t('details.changed', { what })}
      </Text>
      {changed.units.map((unit) => (
        <Text key={unit} size="sm" fw={600}>
          {t('details.saysNow', {
            what: nameOfUnit(unit),
            value: recordUnitInWords(unit, now.entry, now.schoolName),
          })}
        </Text>
      ))}
      <Text size="sm">{t('details.saveOver')}</Text>
    </Alert>
  )
}
