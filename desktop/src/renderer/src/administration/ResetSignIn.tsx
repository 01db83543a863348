import { translator } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { StartingCode, type IssuedCode } from './StartingCode.tsx'
import { useAttempt } from './useAttempt.ts'
import type { StaffUser } from './UsersScreen.tsx'

const t = translator('en')

/** Gives a new starting code; whoever could sign in is asked about first, because that ends. */
export function ResetSignIn({ user, onClose }: { user: StaffUser; onClose: () => void }) {
  const api = useApi()
  const { name, userId } = user
  const [issued, setIssued] = useState<IssuedCode | undefined>(undefined)
  const { handlers } = useAttempt(() => {})
  const issue = useMutation(api.administration.issueStartingCode.mutationOptions(handlers))
  const isReset = user.state === 'active'
  if (issued) return <StartingCode issued={issued} onClose={onClose} />
  return (
    <ReasonDialog
      title={isReset ? t('users.resetTitle', { name }) : t('users.codeTitle', { name })}
      sentence={isReset ? t('users.resetSentence', { name }) : t('users.codeEnds')}
      confirm={isReset ? t('users.reset') : t('users.code')}
      asksWhy={isReset}
      busy={issue.isPending}
      onConfirm={(reason) =>
        issue.mutate({ userId, reason }, { onSuccess: (code) => setIssued({ name, ...code }) })
      }
      onClose={onClose}
    />
  )
}
