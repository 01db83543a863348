import type { PublishingProblem } from '@send/shared/forms/publishing-problems'
import type { PublishingWarning } from '@send/shared/forms/publishing-warnings'
import { translator } from '@send/shared/texts/translator'

import { memo } from 'react'

import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from '../form-builder.module.css'
import type { OutlineItem } from './outline-items.ts'
import { ProblemList } from './ProblemList.tsx'

const t = translator('en')

type ProblemPaneProps = {
  problems: readonly PublishingProblem[]
  /** What the question bank offers in place of what the form has. */
  notices: readonly PublishingWarning[]
  warnings: readonly PublishingWarning[]
  items: readonly OutlineItem[]
  onOpen: (where: string) => void
}

/**
 * Everything to look at before publishing: what stands in the way, what the bank offers, and what to confirm. Drawn
 * anew only when it changed, so that an edit costs the same however much there is to look at.
 */
export const ProblemPane = memo(function ProblemPane(pane: ProblemPaneProps) {
  const { problems, notices, warnings, items, onOpen } = pane
  return (
    <div className={classes.problemPane}>
      <h2 className={classes.paneHeading}>{t('forms.problemsHeading')}</h2>
      {problems.length === 0 ? (
        <StatusMark shape="done" word={t('forms.noProblems')} />
      ) : (
        <StatusMark shape="warning" word={t('forms.problems', { count: problems.length })} />
      )}
      <ProblemList problems={problems} items={items} onOpen={onOpen} />
      {notices.length > 0 && (
        <>
          <StatusMark shape="filled" word={t('bank.notices', { count: notices.length })} />
          <ProblemList problems={notices} items={items} onOpen={onOpen} />
        </>
      )}
      {warnings.length > 0 && (
        <>
          <StatusMark shape="waiting" word={t('gate.warnings', { count: warnings.length })} />
          <ProblemList problems={warnings} items={items} onOpen={onOpen} />
        </>
      )}
    </div>
  )
})
