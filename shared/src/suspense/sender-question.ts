import { StorableText } from '../values/storable-text.ts'

/** Letters of a question to a sender, and of the answer. */
export const questionLength = { least: 3, most: 2000 } as const
export const answerLength = { least: 1, most: 2000 } as const

/** What an officer asks whoever sent a form, in plain words. */
export const QuestionText = StorableText.trim().min(questionLength.least).max(questionLength.most)
/** What the sender answers. */
export const AnswerText = StorableText.trim().min(answerLength.least).max(answerLength.most)

/** A question is open until its sender answers it or the authority needs no answer any more. */
export type SenderQuestionState = 'open' | 'answered' | 'withdrawn'

/** Why no answer is needed any more: an officer says so, or the child was settled or discarded. */
export const withdrawalCauses = ['officer', 'settled', 'discarded'] as const
export type WithdrawalCause = (typeof withdrawalCauses)[number]
