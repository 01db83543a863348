import type { Translate } from '@send/shared/texts/translator'
import type { OwnFile } from './list-answers-read.ts'

type FileStateInWords = { kind: 'checking' | 'refused'; words: string }

/** Where a file stands in its check, for its sender; undefined where there is nothing to say. */
export function fileStateInWords(file: OwnFile, sent: boolean, t: Translate): FileStateInWords | undefined {
  switch (file.state) {
    case 'clean':
    case 'notScanned':
      return undefined
    case 'checking':
      return { kind: 'checking', words: t(sent ? 'portal.files.checkingSent' : 'portal.files.checking') }
    case 'refused': {
      const reason = t(`portal.files.refused.${file.refusal ?? 'malware'}`)
      const follows = t(sent ? 'portal.files.refusedSent' : 'portal.files.refusedDraft')
      return { kind: 'refused', words: `${reason} ${follows}` }
    }
  }
}
