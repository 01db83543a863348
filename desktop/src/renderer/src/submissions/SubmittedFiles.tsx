import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { FileState, ScanRefusal } from '@send/shared/submissions/file-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { openFile } from '../api.ts'
import { fileStateWords, sizeInWords } from './file-words.ts'
import classes from './submissions.module.css'
import { StatusMark } from './work-list/StatusMark.tsx'

const t = translator('en')

export type SubmittedFile = {
  fileId: string
  questionId: string
  name: string
  description: string | null
  size: number
  state: FileState
  refusal: ScanRefusal | null
  mayOpen: boolean
}

/** The files of one answer: name, size, what the scanner said, and Open for those that may be opened. */
export function SubmittedFiles({ files }: { files: readonly SubmittedFile[] }) {
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.fileId}>
          <strong>{file.name}</strong>
          {file.description && <span>{file.description}</span>}
          <span>{sizeInWords(file.size)}</span>
          <StatusMark {...fileStateWords(file)} />
          {file.mayOpen && <OpenButton file={file} />}
        </li>
      ))}
    </ul>
  )
}

function OpenButton({ file }: { file: SubmittedFile }) {
  const [busy, setBusy] = useState(false)
  async function open() {
    setBusy(true)
    try {
      await openFile(file.fileId)
    } catch (error) {
      const sentence = error instanceof Error ? error.message : ''
      notifications.show({ color: 'red', message: t('form.fileFailed', { name: file.name, sentence }) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={busy}
      aria-label={t('form.fileOpenNamed', { name: file.name })}
      onClick={() => void open()}
    >
      {t('form.fileOpen')}
    </Button>
  )
}
