import { PasskeyAnswer } from '@send/shared/accounts/passkey-answers'
import type { SecondStepMethod } from '@send/shared/accounts/second-step-methods'
import type { TextKey } from '@send/shared/texts/translator'

export type SecondStepAnswer =
  | { method: 'totp' | 'emailCode' | 'recoveryCode'; code: string }
  | { method: 'passkey'; response: PasskeyAnswer }

/** Reads what was posted for a method, or says what is missing. */
export function parseSecondStepAnswer(
  method: SecondStepMethod,
  posted: (name: string) => string,
): { answer: SecondStepAnswer } | { problem: TextKey } {
  if (method === 'passkey') {
    const response = PasskeyAnswer.safeParse(parseJson(posted('response')))
    return response.success
      ? { answer: { method, response: response.data } }
      : { problem: 'portal.secondStep.passkey.failed' }
  }
  const code = posted('code').replaceAll(/\s/g, '')
  if (method === 'recoveryCode')
    return code ? { answer: { method, code } } : { problem: 'portal.secondStep.recoveryCode.needed' }
  return /^\d{6}$/.test(code) ? { answer: { method, code } } : { problem: 'portal.secondStep.codeNeeded' }
}

/** Undefined for anything that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
