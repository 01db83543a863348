import { Alert, Button, Text } from '@mantine/core'
import { listQuestions, type FormDefinition } from '@send/shared/forms/form-definition'
import { listWithMembers } from '@send/shared/forms/map-questions'
import type { Decisions } from '@send/shared/forms/merging/conflict'
import { mergeDrafts } from '@send/shared/forms/merging/merge-drafts'
import { isSame } from '@send/shared/forms/merging/same-value'
import { translator } from '@send/shared/texts/translator'
import { useMemo, useState } from 'react'

import type { Draft } from '../../../../main/forms/drafts.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { titleOfForm } from '../editor/outline-items.ts'
import { BringsTable } from './BringsTable.tsx'
import { BundleConflicts } from './BundleConflicts.tsx'
import type { ReadBundle } from './BundleView.tsx'
import classes from './bundles.module.css'
import { SenderBox } from './SenderBox.tsx'
import { TargetChoice } from './TargetChoice.tsx'
import { useImportBundle } from './useImportBundle.ts'
import { useImportPlan } from './useImportPlan.ts'

const t = translator('en')

type BundlePlanProps = {
  bundle: string
  inspected: ReadBundle
  onDeciding: (isDeciding: boolean) => void
  onImported: (draft: Draft) => void
  /** The file is looked at again: something here changed. */
  onAgain: () => void
}

/** Who sent the file, what is in it, where it goes and what it changes; nothing is done before the last button. */
export function BundlePlan({ bundle, inspected, onDeciding, onImported, onAgain }: BundlePlanProps) {
  const { content, sender, plan } = inspected
  const planned = useImportPlan(inspected)
  const { target, versions, code, isCodeFree, choices } = planned
  const merged = useMemo(() => mergeDrafts(versions), [versions])
  const [decisions, setDecisions] = useState<Decisions>({})
  const [shown, setShown] = useState(false)
  const { importBundle, busy } = useImportBundle({ bundle, onImported, onAgain })
  const conflicts = merged.conflicts.length
  const isTrusted = sender.standing !== 'unknown'

  function show(next: boolean) {
    setShown(next)
    onDeciding(next)
  }
  function doImport(definition: FormDefinition) {
    importBundle({ target, newFormId: inspected.newFormId, definition, choices }, () => show(false))
  }
  if (shown) {
    return (
      <BundleConflicts
        versions={versions}
        decisions={decisions}
        onDecided={setDecisions}
        busy={busy}
        onLeave={() => show(false)}
        onApply={doImport}
      />
    )
  }
  const { definition, version } = content.form
  const questions = listWithMembers(listQuestions(definition)).length
  const when = momentInWords(content.exportedAt)
  return (
    <>
      <SenderBox bundle={bundle} sender={sender} onTrusted={onAgain} />
      <section aria-labelledby="bundle-form">
        <h2 className={classes.heading} id="bundle-form">
          {t('bundles.form')}
        </h2>
        <Text size="sm">
          <strong>{titleOfForm(definition)}</strong> ({definition.code}).{' '}
          {version === null ? t('bundles.draftOf', { when }) : t('bundles.versionOf', { version, when })}
          {'. '}
          {t('bundles.pages', { count: definition.pages.length })},{' '}
          {t('bundles.questions', { count: questions })}.
        </Text>
      </section>
      <TargetChoice inspected={inspected} planned={planned} />
      <BringsTable plan={plan} choices={choices} onChange={planned.choose} />
      <div className={classes.actions}>
        {conflicts > 0 ? (
          <Button size="xs" disabled={!isTrusted || planned.isUnsent} onClick={() => show(true)}>
            {t('bundles.nextConflicts', { count: conflicts })}
          </Button>
        ) : (
          <Button
            size="xs"
            disabled={!isTrusted || !isCodeFree || planned.isUnsent}
            loading={busy}
            onClick={() => doImport(merged.definition)}
          >
            {t('bundles.do')}
          </Button>
        )}
        {isTrusted && target && isSame(merged.definition, target.current) && (
          <Text size="sm">{t('bundles.nothingNew')}</Text>
        )}
        {!isTrusted && <Text size="sm">{t('bundles.trustFirst')}</Text>}
        {!isCodeFree && <Text size="sm">{t('bundles.codeTaken', { code })}</Text>}
      </div>
      {planned.isUnsent && (
        <Alert variant="default" role="alert">
          {t('bundles.unsent')}
        </Alert>
      )}
    </>
  )
}
