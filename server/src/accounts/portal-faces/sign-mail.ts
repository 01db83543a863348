import type { PortalFace } from '@send/shared/accounts/portal-faces/tiles'
import { usualAuthority, usualFaces } from '@send/shared/accounts/portal-faces/usual-face'
import { inLanguage } from '@send/shared/texts/language'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../../database/client.ts'
import type { MailMessage } from '../../mail/mail.ts'
import { authoritySettings, portalFaces } from './tables.ts'

/**
 * The words of a message with who writes at their end: the service and the authority, in the language of the message.
 * Nothing is added before the authority has settled either, nor for staff, who have no portal.
 */
export async function signMail(
  tx: Transaction,
  { text, language, face }: Pick<MailMessage, 'text' | 'language'> & { face: PortalFace | null },
): Promise<string> {
  if (face === null) return text
  const [own] = await tx
    .select({ settings: portalFaces.settings })
    .from(portalFaces)
    .where(eq(portalFaces.face, face))
  const [shared] = await tx.select({ settings: authoritySettings.settings }).from(authoritySettings)
  if (!own && !shared) return text
  const { serviceName } = { ...usualFaces[face], ...own?.settings }
  const { name } = { ...usualAuthority, ...shared?.settings }
  const signature = [serviceName, name].map((words) => inLanguage(words, language))
  return `${text.trimEnd()}\n\n${signature.join('\n')}\n`
}
