import { refusedFileSentence } from '@send/portal/forms/questions/refused-file'
import type { FileQuestion } from '@send/shared/forms/questions/file'
import { scanRefusals } from '@send/shared/submissions/file-lifecycle'
import { mostDescription } from '@send/shared/submissions/file-settings'
import type { Translate } from '@send/shared/texts/translator'
import { useState } from 'react'

import { fileStateWords, sizeInWords } from '../../submissions/file-words.ts'
import { windowOrigin } from '../preview/preview-message.ts'
import classes from './filled-files.module.css'
import type { FillFileAct, FillFileWords, FillState, ShownFile } from './fill-message.ts'

type FilledFileProps = {
  file: ShownFile
  question: FileQuestion
  fileLimits: FillState['fileLimits']
  t: Translate
}

/** One file of a question: where it stands, what is said about it, and what can be done with it. */
export function FilledFile({ file, question, fileLimits, t }: FilledFileProps) {
  const { stage, name } = file
  const isHere = stage === 'sending' || stage === 'notSent' || stage === 'notTaken'
  const isWrong = stage === 'refused' || (isHere && stage !== 'sending')
  return (
    <li className={classes.file} data-stage={stage}>
      <div className={classes.line}>
        <span>
          <strong>{name}</strong> {sizeInWords(file.size)}
        </span>
        <span
          className={isWrong ? 'govuk-error-message govuk-!-margin-bottom-0' : classes.stage}
          role={isWrong ? 'alert' : 'status'}
        >
          {isWrong ? <span className="govuk-visually-hidden">{t('portal.error.prefix')} </span> : null}
          {stageInWords(file, { ...question, ...fileLimits }, t)}
        </span>
        <span className={classes.acts}>
          {file.mayOpen ? <Act act="open" file={file} word={t('form.fileOpen')} /> : null}
          {stage === 'notSent' ? <Act act="sendAgain" file={file} word={t('filling.fileAgain')} /> : null}
          {isHere && isWrong ? <Act act="leaveOut" file={file} word={t('filling.fileLeaveOut')} /> : null}
          {isHere ? null : <Act act="remove" file={file} word={t('portal.files.remove')} />}
        </span>
      </div>
      {isHere || stage === 'refused' ? null : <Description file={file} t={t} />}
    </li>
  )
}

type Limits = Parameters<typeof refusedFileSentence>[1]

function stageInWords({ stage, why }: ShownFile, limits: Limits, t: Translate): string {
  switch (stage) {
    case 'sending':
      return t('filling.fileSending')
    case 'notSent':
      return t('filling.fileNotSent', { sentence: why })
    case 'notTaken':
      return t('filling.fileNotTaken', { why: refusedFileSentence({ name: '', reason: why }, limits, t) })
    case 'refused': {
      const refusal = scanRefusals.find((known) => known === why) ?? 'malware'
      return t('filling.fileRefused', { why: fileStateWords({ state: stage, refusal }).word })
    }
    case 'checking':
    case 'clean':
    case 'notScanned':
      return fileStateWords({ state: stage, refusal: null }).word
  }
}

function Act({ act, file, word }: { act: FillFileAct['act']; file: ShownFile; word: string }) {
  const told: FillFileAct = { kind: 'fillFileAct', act, key: file.key }
  return (
    <button
      type="button"
      className="govuk-link send-link-button"
      onClick={() => window.parent.postMessage(told, windowOrigin)}
    >
      {word}
      <span className="govuk-visually-hidden"> {file.name}</span>
    </button>
  )
}

/** What is said about a file; the window keeps it as it keeps answers. */
function Description({ file, t }: Pick<FilledFileProps, 'file' | 't'>) {
  // While it is being typed the box is ahead of what the window has heard.
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const id = `${file.key}.description`
  return (
    <div className={classes.description}>
      <label className="govuk-label" htmlFor={id}>
        {t('portal.files.describe.label')}
        <span className="govuk-visually-hidden"> {file.name}</span>
      </label>
      <input
        id={id}
        className="govuk-input"
        maxLength={mostDescription}
        value={typed ?? file.description}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          const told: FillFileWords = { kind: 'fillFileWords', key: file.key, description: value }
          window.parent.postMessage(told, windowOrigin)
        }}
        onBlur={() => setTyped(undefined)}
        // Enter would press the button of the page.
        onKeyDown={(event) => void (event.key === 'Enter' && event.preventDefault())}
      />
    </div>
  )
}
