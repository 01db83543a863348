import { endOfPaths, type PathStep } from '@send/shared/forms/form-paths'
import { translator } from '@send/shared/texts/translator'

import classes from './paths.module.css'

const t = translator('en')

type PathsListProps = { steps: readonly PathStep[]; onOpen: (pageId: string) => void }

/** The same as the picture, in words: who comes to a page, and where one goes on to. */
export function PathsList({ steps, onOpen }: PathsListProps) {
  const numbers = new Map(steps.map(({ pageId, number }) => [pageId, number]))
  const wordTarget = (id: string) =>
    id === endOfPaths ? t('logic.path.theEnd') : t('logic.path.page', { number: numbers.get(id) ?? 0 })
  return (
    <section aria-label={t('logic.pathsList')}>
      <ol className={classes.list}>
        {steps.map((step) => (
          <li key={step.pageId}>
            <button type="button" className={classes.page} onClick={() => onOpen(step.pageId)}>
              {t('forms.pageInOutline', {
                number: step.number,
                title: step.title || t('forms.noTitle'),
              })}
            </button>
            <div>{t(`logic.path.${step.shown}`, { because: step.because ?? '' })}</div>
            {step.next.length > 0 ? (
              <div>{t('logic.path.next', { pages: joinWithOr(step.next.map(wordTarget)) })}</div>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

function joinWithOr(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words)
}
