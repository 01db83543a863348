import type { Text } from '../../texts/language.ts'
import type { PlainDate } from '../../values/plain-date.ts'

/**
 * Where an answer came from that its sender confirmed: an earlier form of their own, what the authority wrote when it
 * asked them, or the name of a child for whom it has authenticated them.
 */
export type AnswerSource = EarlierFormSource | { from: 'request' } | { from: 'record' }

/** An earlier form and the day in London on which it was sent. */
export type EarlierFormSource = { from: 'form'; title: Text; on: PlainDate }
