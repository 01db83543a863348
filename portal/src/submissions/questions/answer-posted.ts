import { AnswerText } from '@send/shared/suspense/sender-question'
import { translator } from '@send/shared/texts/translator'
import { readPosted } from '../../accounts/posted-fields.ts'
import { serverApi } from '../../api.ts'
import { fromServer } from '../../from-server.ts'
import { requireUuid } from '../../uuid-shape.ts'
import type { Visitor } from '../../visitor.ts'

/** What became of an answer, as the page says it after it was posted. */
export const answeredWords = ['done', 'alreadyAnswered', 'noLongerNeeded'] as const
export type Answered = (typeof answeredWords)[number]
/** An answer that cannot be sent as it was typed. */
export type Unanswered = { problem: string; answer: string }

/** Sends a posted answer; what is empty or too long comes back as it was typed. */
export async function answerPosted(request: Request, visitor: Visitor): Promise<Answered | Unanswered> {
  const read = await readPosted(request)
  // A browser counts a new line as two characters, its writer as one.
  const typed = read('answer').replaceAll('\r\n', '\n')
  const answer = AnswerText.safeParse(typed).data
  if (answer === undefined)
    return { problem: translator(visitor.language)('portal.question.needed'), answer: typed }
  const { senderQuestions } = serverApi(visitor)
  const [idempotencyKey, questionId] = [requireUuid(read('idempotencyKey')), requireUuid(read('questionId'))]
  const sent = senderQuestions.answer.mutate({ idempotencyKey, questionId, answer })
  const { outcome } = await fromServer(request, sent)
  return outcome === 'answered' ? 'done' : outcome
}
