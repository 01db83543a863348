import { Button, Title, VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../../accounts/useMay.ts'
import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import people from '../people.module.css'
import type { FullRecord } from './record-words.ts'
import classes from './record.module.css'

const t = translator('en')

type SchoolNumber = FullRecord['numbers'][number]
type Whose = { personId: string; name: string }

/** By which numbers schools’ systems know a person; nothing where none does. */
export function SchoolNumbers({ numbers, ...whose }: Whose & { numbers: readonly SchoolNumber[] }) {
  const mayRemove = useMay('people', 'write')
  const [removing, setRemoving] = useState<SchoolNumber>()
  if (numbers.length === 0) return null
  return (
    <section aria-label={t('numbers.title')}>
      <Title order={2} size="h5" mt="md" mb={4}>
        {t('numbers.title')}
      </Title>
      <table className={`${people.readTable} ${classes.numbers}`}>
        <thead>
          <tr>
            <th scope="col">{t('numbers.source')}</th>
            <th scope="col">{t('numbers.number')}</th>
            <th scope="col">{t('numbers.since')}</th>
            {mayRemove && (
              <th scope="col">
                <VisuallyHidden>{t('numbers.remove')}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {numbers.map((number) => (
            <tr key={number.id}>
              <td>{number.schoolName}</td>
              <th scope="row">{number.externalId}</th>
              <td>{momentInWords(number.knownSince)}</td>
              {mayRemove && (
                <td>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('numbers.removeOf', {
                      number: number.externalId,
                      school: number.schoolName,
                    })}
                    onClick={() => setRemoving(number)}
                  >
                    {t('numbers.remove')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {removing && <RemoveNumber {...whose} number={removing} onClose={() => setRemoving(undefined)} />}
    </section>
  )
}

function RemoveNumber({
  personId,
  name,
  number: { id, schoolName: school, externalId },
  onClose,
}: Whose & { number: SchoolNumber; onClose: () => void }) {
  const api = useApi()
  const queries = useQueryClient()
  const [idempotencyKey] = useState(newId)
  const { mutate, isPending } = useMutation(
    api.people.removeExternalId.mutationOptions({
      onSuccess: () => {
        notifications.show({ message: t('numbers.removed') })
        onClose()
      },
      onError(error) {
        // Removed already, by a colleague or with the undo of its match, it is as gone as it should be.
        if (error.data?.id === 'not-found') onClose()
        else showFailure(error)
      },
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries(api.people.pathFilter()),
          queries.invalidateQueries(api.suspense.pathFilter()),
        ]),
    }),
  )
  return (
    <FormDialog
      title={t('numbers.removeTitle')}
      sentence={t('numbers.removeSentence', { school, name, number: externalId })}
      confirm={t('numbers.removeConfirm')}
      hurts
      focusesConfirm
      busy={isPending}
      onConfirm={() => mutate({ idempotencyKey, personId, id })}
      onClose={onClose}
    />
  )
}
