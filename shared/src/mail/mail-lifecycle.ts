import { z } from 'zod'

/**
 * An e-mail waits from the moment it is written until the next mail server has taken it (`handedOver`); it is tried again
 * as long as that server has a reason that may pass, and then given up. What the server will never take is refused at
 * once. Of one that was handed over word may come later: that it was delivered, or that it came back, which is refused
 * too. Without any word it stays handed over: a mail server says by silence that nothing went wrong.
 */
export const mailStates = ['waiting', 'handedOver', 'delivered', 'refused', 'givenUp'] as const
export type MailState = (typeof mailStates)[number]

/** State → what may become of it. */
const mailLifecycle: Record<MailState, readonly MailState[]> = {
  waiting: ['handedOver', 'refused', 'givenUp'],
  handedOver: ['delivered', 'refused'],
  delivered: [],
  refused: [],
  givenUp: [],
}

/** The states out of which an e-mail comes into this one. */
export function statesBefore(next: MailState): MailState[] {
  return mailStates.filter((state) => mailLifecycle[state].includes(next))
}

/** An e-mail in one of these states did not arrive. */
export const failedMailStates = ['refused', 'givenUp'] as const satisfies readonly MailState[]

/** What kind of thing an e-mail tells of. */
export const mailKinds = [
  'registration',
  'passwordReset',
  'code',
  'emailChange',
  'securityNotice',
  'staffAccount',
  'claimDecided',
  'organisation',
  'verification',
  'invitation',
  'helpAsked',
  'formReceived',
  'fileRefused',
  'formEnds',
  'adviceAsked',
  'adviceHanded',
  'adviceWithdrawn',
  'questionAsked',
  'questionWithdrawn',
] as const
export const MailKind = z.enum(mailKinds)
export type MailKind = z.infer<typeof MailKind>

/**
 * What stays true and carries neither a code nor a link that opens anything by itself: the words of these are kept, sealed,
 * and may be sent once more. Everything else is asked for anew by whoever needs it.
 */
const repeatableKinds: readonly MailKind[] = [
  'claimDecided',
  'organisation',
  'verification',
  'formReceived',
  'fileRefused',
  'formEnds',
  'adviceAsked',
  'adviceHanded',
  'adviceWithdrawn',
  'questionAsked',
  'questionWithdrawn',
]

/** Whether an e-mail of this kind may be sent once more, word by word. */
export function isRepeatable(kind: MailKind): boolean {
  return repeatableKinds.includes(kind)
}
