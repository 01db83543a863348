/** A plain-text message to one person. */
export type MailMessage = { to: string; subject: string; text: string }

/** Gives a message to the next mail server; throws when it was not accepted. */
export type MailTransport = { deliver(message: MailMessage, messageId: string): Promise<void> }
