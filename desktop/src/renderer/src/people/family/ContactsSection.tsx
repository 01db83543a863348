import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useState } from 'react'

import { showUndo } from '../../administration/show-undo.tsx'
import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { ContactDialog } from './ContactDialog.tsx'
import { entryOfContact, meanwhileInWords, t, type Contact, type Meanwhile } from './family-words.ts'
import classes from './family.module.css'
import { FamilyTable } from './FamilyTable.tsx'
import { RemoveContact } from './RemoveContact.tsx'
import { Section } from './Section.tsx'
import { useContact } from './useSaying.ts'

type ContactsSectionProps = { personId: string; contacts: readonly Contact[]; mayChange: boolean }

type Asking = { what: 'add' } | { what: 'correct' | 'remove'; contact: Contact }

/** How a person is reached: what works first, then what does not any more. */
export function ContactsSection({ personId, contacts, mayChange }: ContactsSectionProps) {
  const [asking, setAsking] = useState<Asking | undefined>(undefined)
  const close = () => setAsking(undefined)
  return (
    <Section
      title={t('contacts.title')}
      none={t('contacts.none')}
      isEmpty={contacts.length === 0}
      add={mayChange && { words: t('contacts.addOpen'), onAdd: () => setAsking({ what: 'add' }) }}
      asked={
        asking &&
        (asking.what === 'remove' ? (
          <RemoveContact contact={asking.contact} onClose={close} />
        ) : (
          <ContactDialog
            personId={personId}
            contact={asking.what === 'add' ? undefined : asking.contact}
            onRemove={(contact) => setAsking({ what: 'remove', contact })}
            onClose={close}
          />
        ))
      }
    >
      <FamilyTable
        caption={t('contacts.title')}
        columns={[t('contacts.column.value'), t('contacts.column.kind'), t('contacts.column.state')]}
        acts={{ mayChange }}
      >
        {contacts.map((contact) => (
          <tr key={contact.contactId}>
            <th scope="row" className={classes.value}>
              {contact.value}
            </th>
            <td>{t(`contacts.kind.${contact.kind}`)}</td>
            <td>
              <State contact={contact} />
            </td>
            <td className={classes.do}>
              {mayChange && (
                <Acts contact={contact} onCorrect={() => setAsking({ what: 'correct', contact })} />
              )}
            </td>
          </tr>
        ))}
      </FamilyTable>
    </Section>
  )
}

function State({ contact: { until, preferred } }: { contact: Contact }) {
  if (until !== null)
    return <StatusMark shape="gone" word={t('contacts.endedOn', { date: dateInWords(until) })} />
  return preferred ? <StatusMark shape="filled" word={t('contacts.preferred')} /> : t('contacts.works')
}

function Acts({ contact, onCorrect }: { contact: Contact; onCorrect: () => void }) {
  const { value, until } = contact
  const change = useEndOfContact(contact)
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('contacts.correctOf', { value })}
        onClick={onCorrect}
      >
        {t('family.correct')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        loading={change.busy}
        aria-label={t(until === null ? 'contacts.endOf' : 'contacts.againOf', { value })}
        onClick={change.turn}
      >
        {t(until === null ? 'contacts.end' : 'contacts.again')}
      </Button>
    </>
  )
}

/** Says that something is not in use from today, or is again; either can be taken back for ten seconds. */
function useEndOfContact(contact: Contact) {
  const today = dateInLondon(useNow())
  const { personId, contactId, version, value } = contact
  const before = entryOfContact(contact)
  const failed = {
    onRefused: () => notifications.show({ color: 'yellow', message: t('contacts.refused.alreadyThere') }),
    onMeanwhile: (told: Meanwhile) =>
      notifications.show({ color: 'yellow', message: meanwhileInWords(told) }),
  }
  const undoing = useContact({
    onDone: () => notifications.show({ message: t('administration.undone') }),
    ...failed,
  })
  const turning = useContact({
    onDone: (now) =>
      showUndo(t(before.until === '' ? 'contacts.ended' : 'contacts.inUse', { value }), () =>
        undoing.correct({ personId, contactId, version: now, entry: before }),
      ),
    ...failed,
  })
  return {
    busy: turning.busy,
    turn: () =>
      turning.correct({
        personId,
        contactId,
        version,
        entry: { ...before, until: before.until === '' ? today : '' },
      }),
  }
}
