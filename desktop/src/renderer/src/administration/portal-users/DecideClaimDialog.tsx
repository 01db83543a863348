import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'
import type { Child } from './ChooseChild.tsx'
import { grantInput, GrantFields, missingOf, usualGrant } from './GrantFields.tsx'
import { t, type Claim } from './portal-users-words.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { useAct } from './useAct.ts'

type DecideClaimDialogProps = {
  claim: Claim
  decision: 'accept' | 'refuse'
  child: Child | undefined
  onClose: () => void
  onDecided: () => void
}

/** The one decision about a claim; whoever comes second is told by whom it was taken. */
export function DecideClaimDialog({ claim, decision, child, onClose, onDecided }: DecideClaimDialogProps) {
  const api = useApi()
  const { say, whenItFails } = useAct()
  const { claimId, userName: name } = claim
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const now = useNow()
  const [granted, setGranted] = useState(usualGrant)
  const accepts = decision === 'accept'
  const decide = useMutation(
    api.portalUsers.decideClaim.mutationOptions({
      ...whenItFails,
      onSuccess: (result) => {
        if (result.outcome === 'alreadyHandled') {
          const when = momentInWords(result.at)
          const key = result.by ? 'claims.alreadyHandled' : 'claims.withdrawn'
          say(t(key, { by: result.by, when }), 'yellow')
        } else say(t(accepts ? 'claims.accepted' : 'claims.refused', { name, child: child?.name ?? '' }))
        onClose()
        onDecided()
      },
      onError: (error) => {
        setIdempotencyKey(newId())
        whenItFails.onError(error)
      },
    }),
  )
  function confirm(reason: string) {
    const common = { idempotencyKey, claimId, reason }
    if (!accepts) decide.mutate({ ...common, decision: 'refuse' })
    else if (child)
      decide.mutate({ ...common, decision: 'accept', personId: child.personId, ...grantInput(granted) })
  }
  const missing = [...(child ? [] : [t('portalUsers.missing.child')]), ...missingOf(granted, now)]
  const acceptSentence = child ? t('portalUsers.authenticateSentence', { name, child: child.name }) : ''
  return (
    <ReasonDialog
      wide
      title={t(accepts ? 'claims.acceptTitle' : 'claims.refuseTitle', { name })}
      sentence={accepts ? acceptSentence : t('claims.refuseSentence')}
      confirm={t(accepts ? 'claims.accept' : 'claims.refuse')}
      hurts={!accepts}
      busy={decide.isPending}
      {...(accepts
        ? { reasonLabel: t('portalUsers.evidence'), reasonHint: t('portalUsers.evidenceHint'), missing }
        : {})}
      onConfirm={confirm}
      onClose={onClose}
    >
      {accepts && <GrantFields granted={granted} onChange={setGranted} />}
    </ReasonDialog>
  )
}
