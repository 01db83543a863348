import { TextInput } from '@mantine/core'
import type { VerificationDecision } from '@send/shared/accounts/professional-verification'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { FormDialog } from '../FormDialog.tsx'
import { useTell } from '../useTell.ts'

const t = translator('en')

type DecideFormProps = {
  professional: { userId: string; name: string; basedOn: string | null }
  decision: VerificationDecision
  onClose: () => void
}
type Decided = RouterOutputs['organisationsAdmin']['decideVerification']
type Problems = { evidence?: string; reason?: string; until?: string }

/** What was looked at, why, and until when, before a professional is verified, refused or un-verified. */
export function DecideForm({ professional, decision, onClose }: DecideFormProps) {
  const api = useApi()
  const { userId, name, basedOn } = professional
  const [idempotencyKey] = useState(newId)
  const [evidence, setEvidence] = useState('')
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const [problems, setProblems] = useState<Problems>({})
  const told = useTell<Decided>(
    (result) =>
      result.outcome === 'decided'
        ? { message: t(`pros.decided.${decision}`, { name }) }
        : {
            color: 'yellow',
            message: t('pros.alreadyHandled', { by: result.by, when: momentInWords(result.at) }),
          },
    onClose,
  )
  const decide = useMutation(api.organisationsAdmin.decideVerification.mutationOptions(told))
  function confirm() {
    // The day itself still counts: the end is the first moment after it, near enough to London's midnight.
    const end = until === '' ? undefined : new Date(`${until}T23:59:59Z`)
    const found: Problems = {}
    if (evidence.trim().length < 3) found.evidence = t('pros.evidenceNeeded')
    if (reason.trim().length < 3) found.reason = t('orgs.reasonNeeded')
    if (end && !(end.getTime() > Date.now())) found.until = t('pros.untilWrong')
    setProblems(found)
    if (Object.keys(found).length > 0) return
    decide.mutate({
      idempotencyKey,
      userId,
      basedOn,
      decision,
      evidence: evidence.trim(),
      reason: reason.trim(),
      ...(decision === 'verified' && end ? { expiresAt: end.toISOString() } : {}),
    })
  }
  return (
    <FormDialog
      title={t(`pros.decideTitle.${decision}`, { name })}
      confirm={t(
        decision === 'verified' ? 'pros.verify' : decision === 'refused' ? 'pros.refuse' : 'pros.withdraw',
      )}
      busy={decide.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        size="xs"
        label={t('pros.evidence')}
        description={t('pros.evidenceHint')}
        maxLength={1000}
        value={evidence}
        error={problems.evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={t('administration.reason')}
        description={t('administration.reasonHint')}
        maxLength={500}
        value={reason}
        error={problems.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {decision === 'verified' ? (
        <TextInput
          size="xs"
          type="date"
          label={t('pros.until')}
          description={t('pros.untilHint')}
          value={until}
          error={problems.until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      ) : null}
    </FormDialog>
  )
}
