/** Why an e-mail did not arrive, as far as a mail server says. */
export const mailFailures = [
  'noSuchMailbox',
  'mailboxFull',
  'noSuchDomain',
  'notAccepted',
  'tooLarge',
  'unreachable',
  'other',
] as const
export type MailFailure = (typeof mailFailures)[number]

/** The enhanced codes of RFC 3463 without their first digit, which only says whether it may pass. */
const byDetail: Record<string, MailFailure> = {
  '1.1': 'noSuchMailbox',
  '1.2': 'noSuchDomain',
  '1.3': 'noSuchMailbox',
  '1.6': 'noSuchMailbox',
  '1.10': 'noSuchDomain',
  '2.1': 'noSuchMailbox',
  '2.2': 'mailboxFull',
  '2.3': 'tooLarge',
  '3.4': 'tooLarge',
  '4.4': 'noSuchDomain',
}

/** The plain reply codes of RFC 5321. */
const byReply: Record<string, MailFailure> = {
  '421': 'unreachable',
  '450': 'unreachable',
  '451': 'unreachable',
  '452': 'mailboxFull',
  '550': 'noSuchMailbox',
  '551': 'noSuchMailbox',
  '552': 'mailboxFull',
  '553': 'noSuchMailbox',
  '554': 'notAccepted',
}

/** What the code of a mail server means: an enhanced one such as 5.1.1, else a plain one such as 550. */
export function failureOfCode(code: string): MailFailure {
  const enhanced = /^[245]\.(\d{1,3}\.\d{1,3})$/.exec(code)?.[1]
  if (enhanced === undefined) return byReply[code] ?? 'other'
  const subject = enhanced.split('.')[0]
  if (byDetail[enhanced]) return byDetail[enhanced]
  if (subject === '4') return 'unreachable'
  return subject === '6' || subject === '7' ? 'notAccepted' : 'other'
}
