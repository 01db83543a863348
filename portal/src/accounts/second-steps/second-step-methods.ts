import { SecondStepMethod } from '@send/shared/accounts/second-step-methods'
import type { ServerOutputs } from '../../api.ts'

export type Standing = ServerOutputs['secondSteps']['mine']

/** The method that a page or a form names; the best that is usable where it names none. */
export function methodOf(text: string | null, usable: SecondStepMethod[]): SecondStepMethod {
  const named = SecondStepMethod.safeParse(text)
  return named.success ? named.data : (usable[0] ?? 'totp')
}
