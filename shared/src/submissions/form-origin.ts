import { z } from 'zod'
import { statutoryDeadlines } from '../involvements/statutory-deadlines.ts'
import { originChannels } from '../values/origin-channel.ts'
import { comparePlainDates, PlainDate } from '../values/plain-date.ts'
import { StorableText } from '../values/storable-text.ts'

const Written = StorableText.trim().min(1)

/** Where a form came from that an officer enters for a family or a professional. */
export const FormOrigin = z.strictObject({
  channel: z.enum(originChannels),
  /** The day on which the authority had it: deadlines count from it, whenever it is entered. */
  receivedOn: PlainDate,
  fromName: Written.max(200),
  /** Who they are to the child, in words. */
  fromRelationship: Written.max(100),
  /** How to reach them; empty where nobody said. */
  fromContact: StorableText.trim().max(300),
})
export type FormOrigin = z.infer<typeof FormOrigin>

/** Who signed the paper, or agreed when the form was given, and on which day. */
export const OriginSignature = z.strictObject({ by: Written.max(200), on: PlainDate })
export type OriginSignature = z.infer<typeof OriginSignature>

/** Before this day no deadline of ours was in force, so that an earlier one is a slip of the hand. */
export const earliestReceivedOn: PlainDate = statutoryDeadlines
  .map(({ inForceFrom }) => inForceFrom)
  .reduce((first, date) => (comparePlainDates(date, first) < 0 ? date : first))

/** Why a day cannot be the one on which a form was received; undefined where it can. */
export function findReceivedProblem(
  receivedOn: PlainDate,
  today: PlainDate,
): 'future' | 'tooEarly' | undefined {
  if (comparePlainDates(receivedOn, today) > 0) return 'future'
  return comparePlainDates(receivedOn, earliestReceivedOn) < 0 ? 'tooEarly' : undefined
}

/** Whether a form can have been signed on a day: nobody signs what the authority has already. */
export function canBeSignedOn(signedOn: PlainDate, receivedOn: PlainDate): boolean {
  return comparePlainDates(signedOn, receivedOn) <= 0
}
