import type { Condition } from './conditions/condition.ts'
import { wordCondition } from './conditions/condition-in-words.ts'
import type { FormDefinition, Page } from './form-definition.ts'
import { judgePossible } from './judge-possible.ts'
import { compileForm } from './logic/compile-form.ts'
import type { CompiledForm } from './logic/compile-form.ts'
import { findCycles } from './logic/find-cycles.ts'

/** The end of every path: the answers are checked and sent. */
export const endOfPaths = 'end'

/**
 * A page on the paths through a form. `shown` says whether everybody, some or nobody comes to it; `because` is its
 * condition in English, or why nobody does; `next` names the pages to which one can go on from it, nearest first, or the
 * end.
 */
export type PathStep = {
  pageId: string
  number: number
  title: string
  shown: 'always' | 'sometimes' | 'never'
  because: string | undefined
  next: string[]
}

/** The paths through a form: its pages in order, and the pages with which one can begin. */
export type FormPaths = { first: string[]; steps: PathStep[] }

/**
 * Which page can follow which, and which nobody can reach. Judged are the conditions as they are written, simple cases
 * only: a page that is called reachable may still be out of reach, one that is called unreachable is.
 */
export function listFormPaths(definition: FormDefinition): FormPaths {
  const form = compileForm(definition)
  const circling = new Set(findCycles(form).flatMap(({ ids }) => ids))
  const judged = new Map<string, Judged>()
  for (const page of definition.pages) judgePage(page, { form, circling, judged })
  const steps = definition.pages.map((page, index): PathStep => {
    const { shown, because } = judged.get(page.id) ?? { shown: 'always', because: undefined }
    return { pageId: page.id, number: index + 1, title: page.title.en.trim(), shown, because, next: [] }
  })
  for (const [index, step] of steps.entries()) {
    if (step.shown !== 'never') step.next = followers(steps, index + 1)
  }
  return { first: followers(steps, 0), steps }
}

type Judged = { shown: PathStep['shown']; because: string | undefined }

type Judging = {
  form: CompiledForm
  circling: ReadonlySet<string>
  /** What was judged so far; of pages that come later nothing is known yet. */
  judged: Map<string, Judged>
}

function judgePage(page: Page, judging: Judging): void {
  const own = judgePart(page, undefined, judging)
  const parts = [
    ...page.questions.map((question) => judgePart(question, own, judging)),
    ...(page.sections ?? []).flatMap((section) => {
      const outer = judgePart(section, own, judging)
      return section.questions.map((question) => judgePart(question, outer, judging))
    }),
  ]
  // A page without any shown question is left out.
  if (own.shown === 'never' || parts.some(({ shown }) => shown === 'always')) return
  if (parts.every(({ shown }) => shown === 'never')) {
    const because = parts.length === 0 ? 'it asks nothing' : 'none of its questions can ever be shown'
    judging.judged.set(page.id, { shown: 'never', because })
  } else if (own.shown === 'always') {
    judging.judged.set(page.id, { shown: 'sometimes', because: 'one of its questions is shown' })
  }
}

function judgePart(
  { id, showIf }: { id: string; showIf?: Condition | undefined },
  outer: Judged | undefined,
  { form, circling, judged }: Judging,
): Judged {
  const result = judge()
  judged.set(id, result)
  return result

  function judge(): Judged {
    if (outer?.shown === 'never') return outer
    if (!showIf) return outer ?? { shown: 'always', because: undefined }
    if (circling.has(id)) return { shown: 'never', because: 'its condition depends on itself' }
    const page = form.parts.get(id)?.page ?? 0
    const isPage = form.parts.get(id)?.kind === 'page'
    const possible = judgePossible(showIf, form.scope, (questionId) => {
      const asked = form.parts.get(questionId)
      if (!asked) return 'it asks about a question that is not there'
      if (asked.page > page) return 'it asks about a later page'
      if (isPage && asked.page === page) return 'it asks about itself'
      return judged.get(questionId)?.shown === 'never'
        ? 'it asks about a question that nobody is asked'
        : undefined
    })
    if (!possible.holds) return { shown: 'never', because: possible.why }
    return { shown: 'sometimes', because: wordCondition(showIf, form.scope) }
  }
}

/** Where one can go on to from a place: all that may be skipped, up to the first page that never is. */
function followers(steps: readonly PathStep[], from: number): string[] {
  const targets: string[] = []
  for (const { pageId, shown } of steps.slice(from)) {
    if (shown !== 'never') targets.push(pageId)
    if (shown === 'always') return targets
  }
  return [...targets, endOfPaths]
}
