import { Modal } from '@mantine/core'
import type { AccessibilityCheck } from '@send/shared/forms/gate/accessibility-check'
import type { PublishingProblem } from '@send/shared/forms/publishing-problems'
import type { PublishingWarning } from '@send/shared/forms/publishing-warnings'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import type { Draft } from '../../../../main/forms/drafts.ts'
import type { Autosave } from '../editor/autosave.ts'
import { titleOfForm, type OutlineItem } from '../editor/outline-items.ts'
import classes from '../form-builder.module.css'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { AccessibilityGate } from '../gate/AccessibilityGate.tsx'
import type { PublicationKeys } from './publication-keys.ts'
import { PublishChoices } from './PublishChoices.tsx'
import { usePublishForm } from './usePublishForm.ts'

const t = translator('en')

type PublishDialogProps = {
  draft: Draft
  problems: readonly PublishingProblem[]
  warnings: readonly PublishingWarning[]
  items: readonly OutlineItem[]
  autosave: Autosave
  keys: PublicationKeys
  onOpenProblem: (where: string) => void
  onKeepMine: (latestVersion: number) => void
  onOpenTheirs: (draft: Draft) => void
  onPublished: () => void
  onClose: () => void
}

/** What publishing will do, asked once; and what to do when somebody else was quicker. */
export function PublishDialog(props: PublishDialogProps) {
  const { draft, autosave, onClose } = props
  const { publish, busy, answer, error } = usePublishForm(draft, props)
  const title = titleOfForm(draft.definition)
  const [check, setCheck] = useState<AccessibilityCheck | undefined>(undefined)
  const overtaken = answer?.outcome === 'changedMeanwhile' ? answer : undefined
  return (
    <Modal
      opened
      onClose={onClose}
      title={overtaken ? t('forms.meanwhileTitle') : t('forms.publishTitle', { title })}
      size="lg"
      classNames={{ content: classes.dialog }}
    >
      {overtaken ? (
        <ChangedMeanwhile
          draft={draft}
          theirs={overtaken}
          autosave={autosave}
          onKeepMine={() => props.onKeepMine(overtaken.latestVersion)}
          onOpenTheirs={props.onOpenTheirs}
        />
      ) : (
        <PublishChoices
          draft={draft}
          problems={props.problems}
          warnings={props.warnings}
          items={props.items}
          refused={answer?.outcome === 'refused' ? answer.problems : []}
          error={error}
          busy={busy}
          onOpenProblem={props.onOpenProblem}
          gate={
            <AccessibilityGate
              definition={draft.definition}
              items={props.items}
              onPassed={setCheck}
              onOpen={props.onOpenProblem}
            />
          }
          passed={check !== undefined}
          onPublish={(publication) => check && publish(publication, check)}
          onCancel={onClose}
        />
      )}
    </Modal>
  )
}
