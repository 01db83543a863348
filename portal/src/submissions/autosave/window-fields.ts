import { PageWindow, digestAnswer } from '@send/shared/forms/answer-digest'
import { isNotTyped } from '@send/shared/forms/answers'
import type { Answers } from '@send/shared/forms/answers'
import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { Page } from '@send/shared/forms/form-definition'
import { windowFields } from './window-field-names.ts'

/** The answers of a page as they are drawn, in short: each question and its digest, apart from each other by a space. */
export function writeSeen(page: Page, answers: Answers): string {
  return joinSeen(
    listPageQuestions(page)
      .filter((question) => !isNotTyped(question))
      .map((question) => [question.id, digestAnswer(question, answers[question.id])]),
  )
}

/** What a window was given, with what of it was saved since. */
export function renewSeen(window: PageWindow, saved: PageWindow['seen']): string {
  return joinSeen(Object.entries({ ...window.seen, ...saved }))
}

/** The window that posted a page; undefined where it does not say so, such as a page from before an update. */
export function readWindow(fields: Record<string, string>): PageWindow | undefined {
  const pairs = (fields[windowFields.seen] ?? '').split(' ').filter(Boolean)
  const read = {
    windowId: fields[windowFields.window],
    saveNumber: Number(fields[windowFields.save]),
    seen: Object.fromEntries(pairs.map((pair) => pair.split(':'))),
  }
  return PageWindow.safeParse(read).data
}

function joinSeen(pairs: [string, string][]): string {
  return pairs.map(([questionId, digest]) => `${questionId}:${digest}`).join(' ')
}
