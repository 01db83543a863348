import { Button } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useTell } from '../useTell.ts'

const t = translator('en')

type UnverifyManyProps = { userIds: string[]; onDone: () => void }

/** Takes the verification of everybody chosen back, after one question with a reason. */
export function UnverifyMany({ userIds, onDone }: UnverifyManyProps) {
  const api = useApi()
  const [isAsking, setIsAsking] = useState(false)
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const count = userIds.length
  const told = useTell<{ withdrawn: number }>(
    ({ withdrawn }) => ({ message: t('pros.unverified', { count: withdrawn }) }),
    () => {
      setIsAsking(false)
      setIdempotencyKey(newId())
      onDone()
    },
  )
  const unverify = useMutation(api.organisationsAdmin.unverify.mutationOptions(told))
  if (count === 0) return null
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setIsAsking(true)}>
        {t('pros.unverifyMany', { count })}
      </Button>
      {isAsking ? (
        <ReasonDialog
          title={t('pros.unverifyTitle', { count })}
          sentence={t('pros.unverifySentence')}
          confirm={t('pros.unverifyMany', { count })}
          busy={unverify.isPending}
          onConfirm={(reason) => unverify.mutate({ idempotencyKey, userIds, reason })}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </>
  )
}
