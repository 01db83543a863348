import { Alert, Button, Group, Text, Title } from '@mantine/core'
import { emptyEntry, type PersonEntry } from '@send/shared/people/person-entry'
import { translator } from '@send/shared/texts/translator'
import { useEffect, useRef, useState, type FormEvent } from 'react'

import { ReasonDialog } from '../../administration/ReasonDialog.tsx'
import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import { focusFirstWrong } from '../entry/focus-first-wrong.ts'
import { PersonFields } from '../entry/PersonFields.tsx'
import { usePersonEntry } from '../entry/usePersonEntry.ts'
import { personName } from '../person-words.ts'
import classes from './adding.module.css'
import { SimilarPeople } from './SimilarPeople.tsx'
import { useAddPerson } from './useAddPerson.ts'
import { useSimilar } from './useSimilar.ts'

const t = translator('en')

type AddPersonProps = {
  /** While a record is looked at in front of it, Escape is not for the form. */
  isBehind: boolean
  /** What going back is called, where it is not to the search for people. */
  backWords?: string
  onAdded: (personId: string) => void
  onLook: (personId: string) => void
  onLeave: () => void
}

/** Adds somebody by hand, beside the people on record who may be the same. */
export function AddPerson({ isBehind, backWords, onAdded, onLook, onLeave }: AddPersonProps) {
  const state = usePersonEntry(emptyEntry)
  const { entry } = state
  const found = useSimilar(entry)
  const [asking, setAsking] = useState<'another' | 'leave' | undefined>(undefined)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])
  const close = () => setAsking(undefined)
  const { add, busy } = useAddPerson(state, { onAdded, onSimilar: found.lookAgain, onAnswered: close })
  const verySimilar = found.similar.filter(({ isVerySimilar }) => isVerySimilar)
  const name = personName(entry)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    state.send()
    if (!state.isSound) return focusFirstWrong(form.current)
    if (busy) return
    if (verySimilar.length > 0) setAsking('another')
    else add()
  }
  const leave = () => (isBlank(entry) ? onLeave() : setAsking('leave'))
  useScreenKeys({ Escape: () => !isBehind && leave() })

  return (
    <div className={classes.screen}>
      <Group gap="sm" p="xs">
        <Button size="compact-xs" variant="default" onClick={leave}>
          {backWords ?? t('people.back')}
        </Button>
        <Title order={1} size="h4">
          {t('newPerson.title')}
        </Title>
        <Text size="sm">{t('newPerson.hint')}</Text>
      </Group>
      <div className={classes.columns}>
        <form ref={form} noValidate onSubmit={onSubmit} aria-label={t('newPerson.title')}>
          <PersonFields state={state} schoolName={null} onOpenPerson={onLook} />
          <div className={classes.actions}>
            <Button size="xs" type="submit" loading={busy}>
              {verySimilar.length > 0 ? t('newPerson.addAnyway') : t('newPerson.add')}
            </Button>
          </div>
        </form>
        <SimilarPeople entry={entry} found={found} onOpenPerson={onLook} />
      </div>
      {asking === 'another' && (
        <ReasonDialog
          wide
          title={t('newPerson.anotherTitle')}
          confirm={t('newPerson.add')}
          reasonLabel={t('newPerson.anotherReason')}
          reasonHint={t('newPerson.anotherHint')}
          busy={busy}
          onConfirm={(reason) => add({ reason, personIds: verySimilar.map(({ personId }) => personId) })}
          onClose={close}
        >
          <Alert color="yellow" p="xs">
            {t('newPerson.anotherSentence', {
              name,
              people: verySimilar.map(({ person }) => personName(person)).join(', '),
            })}
          </Alert>
        </ReasonDialog>
      )}
      <ConfirmDialog
        opened={asking === 'leave'}
        title={t('newPerson.leaveTitle')}
        sentence={t('newPerson.leaveSentence')}
        confirm={t('newPerson.leave')}
        busy={false}
        onConfirm={onLeave}
        onCancel={close}
      />
    </div>
  )
}

function isBlank(entry: PersonEntry): boolean {
  return Object.values(entry).every((text) => text.trim() === '')
}
