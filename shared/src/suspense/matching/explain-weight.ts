import { fields } from './fields.ts'
import type { FieldId } from './fields/field.ts'
import type { Weighed } from './weigh-comparison.ts'

/** One reason of a weight, as the card, the queue and the audit show it. */
export type Reason = {
  reason: FieldId | 'prior' | 'nameOrder' | 'relatives'
  shown: 'agrees' | 'close' | 'differs' | 'missing' | 'counts'
  words: string
  /** Bits for (above 0) or against. */
  weight: number
  /** One in so many people on record has the value that agrees; null where rarity does not count. */
  oneIn: number | null
}

/** The reasons of a weight, in the order of the fields; their weights add up to it. */
export function explainWeight({
  comparison,
  prior,
  nameOrder,
  fields: weights,
  relatives,
  withinFamily,
}: Weighed): Reason[] {
  const plain = (reason: Reason['reason'], words: string, weight: number): Reason => {
    return { reason, shown: 'counts', words, weight, oneIn: null }
  }
  const swapped = comparison.swapped
  return [
    plain('prior', 'Before anything is compared: one of all people on record', prior),
    ...(swapped ? [plain('nameOrder', 'Given names and family name are exchanged', nameOrder)] : []),
    ...comparison.fields.map(({ id, level, frequency, byKnownAs }, place): Reason => {
      const field = fields.find((each) => each.id === id)
      const reached = level === undefined ? undefined : field?.levels[level]
      const found = (byKnownAs && reached?.wordsKnownAs) ?? reached?.words ?? 'missing'
      const words = withinFamily?.[place] ? `${found}, counted once` : found
      return {
        reason: id,
        shown: reached?.shown ?? 'missing',
        words: `${field?.name}: ${words}`,
        weight: weights[place] ?? 0,
        oneIn: frequency ? Math.round(1 / frequency) : null,
      }
    }),
    plain('relatives', 'It could be a relative of the same household instead', relatives),
  ]
}

/** The probability that belongs to log odds in bits. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight)
}
