import type { Answers } from '@send/shared/forms/answers'
import type { FormDefinition } from '@send/shared/forms/form-definition'

/** What a browser needs to show and hide the questions of a page by itself. */
export type LivePage = {
  definition: FormDefinition
  pageId: string
  /** The answers of other pages, as far as something on this one depends on them. */
  answers: Answers
  today: string
}
