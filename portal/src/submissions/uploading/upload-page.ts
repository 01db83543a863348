import type { Language } from '@send/shared/texts/language'
import type { Translate } from '@send/shared/texts/translator'

/** What a browser with scripts needs to send the files of a question piece by piece. */
export type UploadPage = {
  /** Of the question, with what tells whether a chosen file is the same. */
  unfinished: UnfinishedUpload[]
  /** Where uploads begin; the page of the question; where somebody signs in and comes back to it. */
  endpoint: string
  page: string
  signIn: string
  /** What stays in addresses of somebody who came by way of checking the answers. */
  from: string
  lang: Language
  words: UploadWords
}

export type UnfinishedUpload = {
  url: string
  name: string
  size: number
  arrived: number
  arrivedDigest: string
}

export type UploadWords = ReturnType<typeof uploadWords>

/** The sentences of sending files; `{{percent}}` and the like are filled in by the script. */
export function uploadWords(t: Translate) {
  const [name, percent, done, count] = ['{{name}}', '{{percent}}', '{{done}}', '{{count}}']
  return {
    heading: t('portal.uploads.heading'),
    waiting: t('portal.uploads.waiting'),
    sending: t('portal.uploads.sending', { percent }),
    checking: t('portal.uploads.checking'),
    lost: t('portal.uploads.lost', { percent }),
    failed: t('portal.uploads.failed'),
    added: t('portal.uploads.added'),
    refused: t('portal.uploads.refused'),
    cancelled: t('portal.uploads.cancelled'),
    cancel: t('portal.uploads.cancel'),
    cancelOf: t('portal.uploads.cancelOf', { name }),
    again: t('portal.uploads.again'),
    againOf: t('portal.uploads.againOf', { name }),
    progress: t('portal.uploads.progress', { done, total: count }),
  }
}

/** A sentence with its places filled in. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (place, key: string) => String(values[key] ?? place))
}
