import { Button } from '@mantine/core'
import { compareQuestions } from '@send/shared/forms/bank/offer-revision'
import { translator } from '@send/shared/texts/translator'

import type { RouterOutputs } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from './bank.module.css'
import { QuestionChanges } from './QuestionChanges.tsx'

const t = translator('en')

type Revision = RouterOutputs['forms']['getBankQuestion']['revisions'][number]

type BankRevisionsProps = {
  /** The newest first. */
  revisions: readonly Revision[]
  /** The revision whose changes are shown. */
  revealed: number | undefined
  onReveal: (number: number | undefined) => void
}

/** The revisions of a question, each with who made it; what changed with one is shown below it. */
export function BankRevisions({ revisions, revealed, onReveal }: BankRevisionsProps) {
  return (
    <section aria-labelledby="bank-revisions">
      <h3 className={classes.heading} id="bank-revisions">
        {t('bank.revisions')}
      </h3>
      <ul className={classes.rows}>
        {revisions.map((revision, index) => {
          const { number, status, changedAt, changedBy } = revision
          const before = revisions[index + 1]
          const isShown = revealed === number
          return (
            <li key={number}>
              <div className={classes.row}>
                <strong>{t('bank.revision', { number })}</strong>
                <StatusMark
                  shape={status === 'frozen' ? 'done' : 'filled'}
                  word={t(`bank.state.${status}`)}
                />
                <span>{t('bank.revisionBy', { by: changedBy, when: momentInWords(changedAt) })}</span>
                {before && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-expanded={isShown}
                    aria-label={t('bank.compareNamed', { number })}
                    onClick={() => onReveal(isShown ? undefined : number)}
                  >
                    {t('bank.compare')}
                  </Button>
                )}
              </div>
              {before && isShown && (
                <QuestionChanges
                  changes={compareQuestions(before.content, revision.content)}
                  before={before.content}
                  after={revision.content}
                  from={t('bank.revision', { number: before.number })}
                  to={t('bank.revision', { number })}
                  same={t('bank.compareSame')}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
