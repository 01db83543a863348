import type { FileState, ScanRefusal } from '@send/shared/submissions/file-lifecycle'
import { translator } from '@send/shared/texts/translator'

import type { StatusShape } from './work-list/StatusMark.tsx'

const t = translator('en')

/** A size in bytes as people read it: "640 bytes", "12 KB", "1.4 MB" (1 KB is 1,000 bytes). */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Where a file stands in its quarantine, by shape and word; of a refused one also why. */
export function fileStateWords(file: { state: FileState; refusal: ScanRefusal | null }): {
  shape: StatusShape
  word: string
} {
  switch (file.state) {
    case 'checking':
      return { shape: 'waiting', word: t('form.fileState.checking') }
    case 'clean':
      return { shape: 'done', word: t('form.fileState.clean') }
    case 'notScanned':
      return { shape: 'open', word: t('form.fileState.notScanned') }
    case 'refused':
      return { shape: 'warning', word: t(`form.fileState.refused.${file.refusal ?? 'malware'}`) }
  }
}
