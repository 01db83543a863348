import type { FieldProps } from '@send/portal/forms/questions/field-props'
import { questionLabel } from '@send/portal/forms/questions/field-props'
import { FileField } from '@send/portal/forms/questions/FileField'
import { mostBytesOf } from '@send/shared/submissions/file-settings'
import { createContext, useContext, type ChangeEvent } from 'react'

import { windowOrigin } from '../preview/preview-message.ts'
import { FilledFile } from './FilledFile.tsx'
import classes from './filled-files.module.css'
import type { FillFiles, FillState } from './fill-message.ts'

type FilesShown = Pick<FillState, 'files' | 'fileLimits'>

/** The files of the form as the window knows them, and how much may be sent. */
export const FilesContext = createContext<FilesShown>({
  files: [],
  fileLimits: { fileMegabytes: 0, formMegabytes: 0 },
})

/** A file question of a form of staff: its limits, the choosing, and what became of each file. */
export function FilledFiles(props: Omit<FieldProps<'file'>, 'answer'> & { answer: unknown }) {
  const { files, fileLimits } = useContext(FilesContext)
  const { t, problems, language } = props
  const question = { ...props.question, maxBytes: mostBytesOf(props.question, fileLimits) }
  const own = files.filter(({ questionId }) => questionId === question.id)
  const counted = own.filter(({ stage }) => stage !== 'refused' && stage !== 'notTaken')
  const isFull = counted.length >= question.maxFiles
  return (
    <div className={classes.files}>
      {isFull ? (
        <div id={question.id} tabIndex={-1}>
          <p className="govuk-label govuk-label--m">{questionLabel({ question, language, t })}</p>
          <p className="govuk-body">{t('portal.files.full', { count: question.maxFiles })}</p>
        </div>
      ) : (
        <div onChange={(event: ChangeEvent<HTMLDivElement>) => choose(question.id, event.target)}>
          <FileField
            question={question}
            answer={{ fileIds: [] }}
            problems={problems}
            language={language}
            t={t}
          />
        </div>
      )}
      <p className="govuk-hint">{t('portal.files.together', { megabytes: fileLimits.formMegabytes })}</p>
      {own.length > 0 ? (
        <ul className="govuk-list">
          {own.map((file) => (
            <FilledFile key={file.key} file={file} question={question} fileLimits={fileLimits} t={t} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function choose(questionId: string, input: EventTarget): void {
  if (!(input instanceof HTMLInputElement) || input.type !== 'file') return
  const files = [...(input.files ?? [])]
  // Emptied, so that the same file can be chosen again and nothing seems to wait in the box.
  input.value = ''
  if (files.length === 0) return
  window.parent.postMessage({ kind: 'fillFiles', questionId, files } satisfies FillFiles, windowOrigin)
}
