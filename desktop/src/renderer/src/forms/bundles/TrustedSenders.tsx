import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { ConfirmDialog } from '../../submissions/work-list/ConfirmDialog.tsx'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { Failed } from '../../submissions/work-list/ScreenStates.tsx'
import classes from './bundles.module.css'
import { fingerprintInWords } from './fingerprint-words.ts'

const t = translator('en')

type Sender = RouterOutputs['forms']['listTrustedSenders']['senders'][number]

/** Whose files are imported, each with its fingerprint and a way to end it, and the fingerprint of this server. */
export function TrustedSenders() {
  const api = useApi()
  const queries = useQueryClient()
  const list = useQuery(api.forms.listTrustedSenders.queryOptions({}))
  const [leaving, setLeaving] = useState<Sender | undefined>(undefined)
  const forgetting = useMutation(
    api.forms.forgetSender.mutationOptions({
      onSuccess: () => {
        notifications.show({ message: t('bundles.forgotten', { name: leaving?.name ?? '' }) })
        setLeaving(undefined)
      },
      onError: showFailure,
      onSettled: () => {
        void queries.invalidateQueries(api.forms.pathFilter())
        void queries.invalidateQueries({ queryKey: ['bundles'] })
      },
    }),
  )
  if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return null
  const { senders, own } = list.data
  return (
    <section aria-labelledby="bundle-senders">
      <h2 className={classes.heading} id="bundle-senders">
        {t('bundles.senders')}
      </h2>
      {senders.length === 0 && <Text size="sm">{t('bundles.sendersNone')}</Text>}
      {senders.length > 0 && (
        <table className={classes.brings}>
          <thead>
            <tr>
              <th scope="col">{t('bundles.column.name')}</th>
              <th scope="col">{t('bundles.fingerprint')}</th>
              <th scope="col">{t('bundles.column.since')}</th>
              <th scope="col">{t('forms.column.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {senders.map((sender) => {
              const { fingerprint, name, trustedAt, trustedBy } = sender
              return (
                <tr key={fingerprint}>
                  <th scope="row">{name}</th>
                  <td className={classes.fingerprint}>{fingerprintInWords(fingerprint)}</td>
                  <td>{t('bundles.since', { when: momentInWords(trustedAt), by: trustedBy })}</td>
                  <td>
                    <Button
                      size="compact-xs"
                      variant="default"
                      title={t('bundles.forgetNamed', { name })}
                      onClick={() => setLeaving(sender)}
                    >
                      {t('bundles.forget')}
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      <h3 className={classes.heading}>{t('bundles.own')}</h3>
      {own === null ? (
        <Text size="sm">{t('bundles.ownNone')}</Text>
      ) : (
        <>
          <p className={classes.fingerprint}>{fingerprintInWords(own)}</p>
          <Text size="sm">{t('bundles.ownHint')}</Text>
        </>
      )}
      {leaving && (
        <ConfirmDialog
          opened
          title={t('bundles.forgetTitle', { name: leaving.name })}
          sentence={t('bundles.forgetSentence')}
          confirm={t('bundles.forgetConfirm')}
          busy={forgetting.isPending}
          onConfirm={() => forgetting.mutate({ fingerprint: leaving.fingerprint })}
          onCancel={() => setLeaving(undefined)}
        />
      )}
    </section>
  )
}
