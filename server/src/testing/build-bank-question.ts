import type { Question } from '@send/shared/forms/questions/question-types'
import { buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import type { TestServer, TestSession } from './test-server.ts'

type Built = { questionId: string; code: string; revision: number; rowVersion: number }
type Overrides = {
  questionId?: string
  baseRowVersion?: number | null
  code?: string
  externalCode?: string | null
  content?: Question
}

let built = 0

/** A question of the bank, saved as somebody who designs forms would. */
export async function buildBankQuestion(
  server: TestServer,
  staff: TestSession,
  overrides: Overrides = {},
): Promise<Built> {
  built += 1
  const {
    questionId = newId(),
    baseRowVersion = null,
    code = `BANK-${built}`,
    externalCode = null,
  } = overrides
  const { content = buildQuestion('shortText', { wording: { en: 'Which school?', cy: 'Pa ysgol?' } }) } =
    overrides
  const input = { idempotencyKey: newId(), questionId, baseRowVersion, code, externalCode, content }
  const saved = await server.caller(staff).forms.saveBankQuestion(input)
  if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved))
  return { questionId, code, revision: saved.revision, rowVersion: saved.rowVersion }
}
