import { initialsOf } from '@send/shared/people/initials'
import { translator } from '@send/shared/texts/translator'
import type { Transaction } from '../../database/client.ts'
import type { Mail } from '../../mail/mail.ts'
import { getAuthority } from './face-settings.ts'

/**
 * The words of a message with the initials of the child whom it is about, where the authority lets e-mails have them; of a
 * message about no child, and by default of all, the words as they are.
 */
export async function sayWhichChild(
  tx: Transaction,
  { text, language, findChild }: Pick<Mail, 'text' | 'language' | 'findChild'>,
): Promise<string> {
  if (!findChild) return text
  const { initialsInMails } = await getAuthority(tx)
  const initials = initialsInMails ? initialsOf((await findChild()) ?? {}) : ''
  if (initials === '') return text
  return `${text.trimEnd()}\n\n${translator(language)('mail.whichChild', { initials })}\n`
}
