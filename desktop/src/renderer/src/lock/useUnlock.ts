import type { TextKey } from '@send/shared/texts/translator'
import { useMutation } from '@tanstack/react-query'

import { useApi } from '../api.ts'

type Steps = { email: string; password: string; code: string }

/** `noApp`: there is no authenticator app any more, and the sign-in sets up another. */
type Unlocking = { outcome: 'unlocked' } | { outcome: 'noApp' } | { outcome: 'refused'; why: TextKey }

/** Signs the same officer in again, with both steps at once. */
export function useUnlock(onDone: (unlocking: Unlocking) => void, onFailed: (sentence: string) => void) {
  const api = useApi()
  const signIn = useMutation(api.accounts.signIn.mutationOptions())
  const verify = useMutation(api.accounts.verifySecondStep.mutationOptions())

  async function unlock({ email, password, code }: Steps): Promise<Unlocking> {
    const first = await signIn.mutateAsync({ email, password })
    if (first.outcome === 'refused') return { outcome: 'refused', why: 'lock.passwordRefused' }
    if (first.outcome === 'tooManyTries') return { outcome: 'refused', why: 'signIn.tooManyTries' }
    if (first.methods.length === 0) return { outcome: 'noApp' }
    const second = await verify.mutateAsync({ method: 'totp', code: code.trim() })
    if (second.outcome === 'verified') return { outcome: 'unlocked' }
    if (second.outcome === 'tooManyTries') return { outcome: 'refused', why: 'signIn.tooManyTries' }
    return { outcome: 'refused', why: 'signIn.codeRefused' }
  }

  return useMutation({
    mutationFn: unlock,
    onSuccess: onDone,
    onError: (error) => onFailed(error.message),
  })
}
