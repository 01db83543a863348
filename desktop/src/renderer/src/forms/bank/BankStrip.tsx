import { Button } from '@mantine/core'
import type { KnownBankQuestion, RevisionOffer } from '@send/shared/forms/bank/offer-revision'
import { passOver } from '@send/shared/forms/bank/place-question'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'

import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from './bank.module.css'
import { DetachButton } from './DetachButton.tsx'
import { QuestionChanges } from './QuestionChanges.tsx'

const t = translator('en')

type BankStripProps = {
  question: Question
  definition: FormDefinition
  known: KnownBankQuestion | undefined
  offer: RevisionOffer | undefined
  onChange: (question: Question) => void
}

/** Where a question comes from, and what the bank offers in its place: side by side, to take or to keep. */
export function BankStrip({ question, definition, known, offer, onChange }: BankStripProps) {
  const { bank } = question
  if (!bank) return null
  const { code, revision: number } = bank
  const detach = <DetachButton question={question} onChange={onChange} />
  return (
    <section className={classes.strip} aria-label={t('bank.title')}>
      <p>
        <strong>{t('bank.tied', { code, number })}</strong>
      </p>
      <p>{t(question.type === 'group' ? 'bank.tiedGroupHint' : 'bank.tiedHint')}</p>
      {known?.retired && <StatusMark shape="open" word={t('bank.tiedRetired', { code })} />}
      {!offer && <div className={classes.choices}>{detach}</div>}
      {offer && (
        <>
          <StatusMark
            shape="warning"
            word={t(`bank.offer.${offer.kind}`, { code, number: offer.revision })}
          />
          <QuestionChanges
            changes={offer.changes}
            before={offer.before}
            after={offer.after}
            from={t('bank.offer.here')}
            to={t('bank.revision', { number: offer.revision })}
            same={t('bank.offer.same')}
            definition={definition}
          />
          <div className={classes.choices} data-offer>
            <Button size="compact-xs" onClick={() => onChange(offer.after)}>
              {t('bank.take', { number: offer.revision })}
            </Button>
            {offer.kind === 'newer' && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onChange(passOver(question, offer.revision))}
              >
                {t('bank.keep')}
              </Button>
            )}
            {detach}
          </div>
        </>
      )}
    </section>
  )
}
