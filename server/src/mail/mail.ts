import type { PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import type { MailFailure } from '@send/shared/mail/mail-failures'
import type { MailKind } from '@send/shared/mail/mail-lifecycle'
import type { Named } from '@send/shared/people/initials'
import type { Language } from '@send/shared/texts/language'
import type { mailSubjects } from './tables.ts'

/** A plain-text message to one person; an HTML page of the same words is made of it where it is sent. */
export type MailMessage = { to: string; subject: string; text: string; language: Language }

/** A message with what is kept about it: of what kind, whose account it is for, and what it is about. */
export type Mail = MailMessage & {
  kind: MailKind
  userId: string | null
  /** The portal whose service writes, and under whose name; null where it is for staff. */
  face: PortalFace | null
  about?: { kind: (typeof mailSubjects)[number]; id: string }
  /** Finds the child whom it is about, asked only where the authority lets e-mails say initials. */
  findChild?: () => Promise<Named | undefined>
}

/** What became of a message that was handed over. */
export type MailOutcome = 'pending' | 'delivered' | { failure: MailFailure; code: string }

/** The way by which messages go out. */
export type MailTransport = {
  /**
   * Gives a message to the next mail server; throws `MailNotTaken` when it was not accepted. The receipt is what to ask
   * with later; null where nobody can be asked.
   */
  deliver(message: MailMessage, mailId: string): Promise<{ receipt: string | null }>
  /** Missing where bounces come by themselves, as with a mail server. */
  askOutcome?(receipt: string): Promise<MailOutcome>
}

/** A message that the next mail server did not take; neither the address nor a foreign server's words are in it. */
export class MailNotTaken extends Error {
  readonly failure: MailFailure
  /** The code of the server, or why none answered. */
  readonly code: string
  /** Whether trying again has no use. */
  readonly permanent: boolean

  constructor(by: string, told: { failure: MailFailure; code: string; permanent: boolean }) {
    super(`${by} did not take a message: ${told.code}.`)
    this.name = 'MailNotTaken'
    this.failure = told.failure
    this.code = told.code
    this.permanent = told.permanent
  }
}
