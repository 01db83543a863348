import type { Named } from '@send/shared/people/initials'
import { translator } from '@send/shared/texts/translator'
import { formatDate } from '@send/shared/values/plain-date'
import { eq } from 'drizzle-orm'
import type { Worker } from '../../accounts/organisations/working-for.ts'
import type { WorkContext } from '../../context.ts'
import { people } from '../../people/tables.ts'
import { adviceRequests } from './tables.ts'

const kinds = {
  'mail.adviceAsked': 'adviceAsked',
  'mail.adviceHanded': 'adviceHanded',
  'mail.adviceWithdrawn': 'adviceWithdrawn',
} as const
type AdviceMail = keyof typeof kinds

/** Says what kind of thing happened, by when something is to be done, and where; no name of the child. */
export async function mailAdvice(
  ctx: WorkContext,
  workers: readonly Worker[],
  texts: AdviceMail,
  { adviceRequestId, dueOn }: { adviceRequestId: string; dueOn: string },
): Promise<void> {
  const { professional } = ctx.services.portal.origins
  // A withdrawn request is no page any more.
  const link = texts === 'mail.adviceWithdrawn' ? professional : `${professional}/advice/${adviceRequestId}`
  const about = { kind: 'adviceRequest' as const, id: adviceRequestId }
  for (const { userId, email, language } of workers) {
    const t = translator(language)
    const day = formatDate(dueOn, language)
    await ctx.sendMail({
      kind: kinds[texts],
      face: 'professional',
      userId,
      about,
      findChild: () => findChildOf(ctx, adviceRequestId),
      to: email,
      language,
      subject: t(`${texts}.subject`, { day }),
      text: t(`${texts}.body`, { day, link }),
    })
  }
}

async function findChildOf({ tx }: WorkContext, adviceRequestId: string): Promise<Named | undefined> {
  const [child] = await tx
    .select({ givenNames: people.givenNames, familyName: people.familyName })
    .from(adviceRequests)
    .innerJoin(people, eq(people.id, adviceRequests.personId))
    .where(eq(adviceRequests.id, adviceRequestId))
  return child
}

/** Who is told of a request: whoever holds it; else the leads, else everybody who works for the organisation. */
export function whoIsTold(workers: readonly Worker[], heldBy: string | null): Worker[] {
  const holder = workers.filter(({ userId }) => userId === heldBy)
  if (holder.length > 0) return holder
  const leads = workers.filter(({ role }) => role === 'lead')
  return leads.length > 0 ? leads : [...workers]
}
