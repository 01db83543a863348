import type { ServerOutputs } from '../../api.ts'

/** A question about a form that was sent, as its sender reads it. */
export type OwnQuestion = ServerOutputs['senderQuestions']['getMine']['questions'][number]
