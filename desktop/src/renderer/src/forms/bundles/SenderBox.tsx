import { Button, Checkbox, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { translator } from '@send/shared/texts/translator'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { useApi } from '../../api.ts'
import { showFailure } from '../../show-failure.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import type { ReadBundle } from './BundleView.tsx'
import classes from './bundles.module.css'
import { fingerprintInWords } from './fingerprint-words.ts'

const t = translator('en')

const shapes = { own: 'done', trusted: 'done', unknown: 'warning' } as const

type SenderBoxProps = { bundle: string; sender: ReadBundle['sender']; onTrusted: () => void }

/** Who signed the file, by the fingerprint of their key; an unknown one is trusted only after it was compared. */
export function SenderBox({ bundle, sender, onTrusted }: SenderBoxProps) {
  const api = useApi()
  const queries = useQueryClient()
  const { name, fingerprint, standing } = sender
  const [asking, setAsking] = useState(false)
  const [isCompared, setIsCompared] = useState(false)
  const trusting = useMutation(
    api.forms.trustSender.mutationOptions({
      onSuccess: (result) => {
        if (result.outcome === 'refused') return showFailure({ message: result.sentence })
        setAsking(false)
        notifications.show({ message: t('bundles.trusted', { name }) })
        return onTrusted()
      },
      onError: showFailure,
      onSettled: () => queries.invalidateQueries(api.forms.listTrustedSenders.pathFilter()),
    }),
  )
  return (
    <section aria-labelledby="bundle-sender">
      <h2 className={classes.heading} id="bundle-sender">
        {t('bundles.sender')}
      </h2>
      <StatusMark shape={shapes[standing]} word={t(`bundles.sender.${standing}`, { name })} />
      <p className={classes.fingerprint}>{fingerprintInWords(fingerprint)}</p>
      {standing === 'unknown' && (
        <>
          <Text size="sm" mb="xs">
            {t('bundles.unknownHint')}
          </Text>
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {t('bundles.trust')}
          </Button>
        </>
      )}
      {asking && (
        <FormDialog
          title={t('bundles.trustTitle', { name })}
          sentence={t('bundles.trustSentence')}
          confirm={t('bundles.trustConfirm')}
          busy={trusting.isPending}
          missing={isCompared ? [] : [t('bundles.compared')]}
          onConfirm={() => trusting.mutate({ bundle, fingerprint })}
          onClose={() => setAsking(false)}
        >
          <p className={classes.fingerprint}>{fingerprintInWords(fingerprint)}</p>
          <Checkbox
            size="xs"
            data-autofocus
            label={t('bundles.compared')}
            checked={isCompared}
            onChange={(event) => setIsCompared(event.currentTarget.checked)}
          />
        </FormDialog>
      )}
    </section>
  )
}
