import { windowOrigin } from '../preview/preview-message.ts'
import type { StaffQuestionType } from '@send/shared/forms/questions/question-types'
import { createContext } from 'react'

import { FindAnswer, type FindRequest, type FoundRecord } from './fill-message.ts'

export type FindRecords = (type: StaffQuestionType, text: string) => Promise<FoundRecord[]>

/** How look-ups search the records of the authority; without it, as in the preview, none is ever found. */
export const FindRecordsContext = createContext<FindRecords | undefined>(undefined)

let numbers = 0

/** Has the window search; rejects with the sentence of what went wrong. */
export function askForRecords(type: StaffQuestionType, text: string): Promise<FoundRecord[]> {
  numbers += 1
  const number = numbers
  return new Promise((resolve, reject) => {
    function onMessage({ origin, source, data }: MessageEvent<unknown>) {
      if (origin !== windowOrigin || source !== window.parent) return
      const found = FindAnswer.safeParse(data)
      if (!found.success || found.data.number !== number) return
      window.removeEventListener('message', onMessage)
      const { answer } = found.data
      if ('records' in answer) resolve(answer.records)
      else reject(new Error(answer.sentence))
    }
    window.addEventListener('message', onMessage)
    window.parent.postMessage({ kind: 'find', number, type, text } satisfies FindRequest, windowOrigin)
  })
}
