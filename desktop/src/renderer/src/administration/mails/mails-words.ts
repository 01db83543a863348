import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'

export const t = translator('en')

export type FailedMail = RouterOutputs['mails']['listFailed']['mails'][number]
type LastMail = RouterOutputs['portalUsers']['get']['lastMail']

/** Whom an e-mail was for, by name where there is an account. */
export function nameOf({ account, address }: Pick<FailedMail, 'account' | 'address'>): string {
  return account?.name ?? address
}

/** What an e-mail was about; a dash where its kind says it all. */
export function aboutInWords(about: FailedMail['about']): string {
  if (!about) return '—'
  if (about.kind === 'adviceRequest')
    return t('mails.about.adviceRequest', {
      organisation: about.organisation,
      due: dateInWords(about.dueOn),
    })
  return about.reference
    ? t('mails.about.submission', { reference: about.reference })
    : t('mails.about.submissionBegun')
}

/** Whether it was refused, or after how many tries it was given up. */
export function outcomeInWords({ outcome, attempts }: Pick<FailedMail, 'outcome' | 'attempts'>): string {
  return t(`mails.outcome.${outcome}`, { count: attempts })
}

/** The newest e-mail to somebody, in a line. */
export function lastMailInWords(mail: LastMail): string {
  if (!mail) return t('mails.last.none')
  const { state, failure, address, at } = mail
  const said = { kind: t(`mails.kind.${mail.kind}`), when: momentInWords(at) }
  if (state !== 'refused' && state !== 'givenUp') return t(`mails.last.${state}`, said)
  return t('mails.last.failed', { ...said, address, why: t(`mails.failure.${failure ?? 'other'}`) })
}
