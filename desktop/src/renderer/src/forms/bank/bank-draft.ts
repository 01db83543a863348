import { BankCode } from '@send/shared/forms/bank/bank-tie'
import type { Question } from '@send/shared/forms/questions/question-types'

/** A question of the bank as it is being written, on top of the row version that it was opened with. */
export type BankDraft = {
  /** Null while the bank does not have it. */
  baseRowVersion: number | null
  code: string
  externalCode: string
  content: Question
}

/** Whether the code can be one; whether it is free is known to the server. */
export function isSoundCode(code: string): boolean {
  return BankCode.safeParse(code).success
}

/** What is typed as a code, as a code is written. */
export function asCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s_]+/g, '-')
}
