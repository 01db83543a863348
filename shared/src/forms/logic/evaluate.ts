import type { QuestionId } from '../../values/ids.ts'
import { compileForm } from './compile-form.ts'
import type { CompiledForm } from './compile-form.ts'
import type { FormDefinition } from '../form-definition.ts'
import { ownPart } from './asked-question.ts'
import { isSameCounted } from './run.ts'
import type { Counted, LogicContext } from './run.ts'

/** A form being filled in: its answers, and everything that follows from them. States are never changed. */
export type FormState = {
  readonly form: CompiledForm
  readonly context: LogicContext
  /** The answers as typed, by the place of their question; also those of hidden questions. */
  readonly answers: readonly unknown[]
  /** The result of each node; undefined for the nodes of a circle, which count as unknown. */
  readonly results: readonly unknown[]
}

/** Works out everything that follows from some answers. Never throws, whatever the answers are. */
export function evaluate(form: CompiledForm, answers: object, context: LogicContext): FormState {
  const given = Array.from({ length: form.places.size }, (): unknown => undefined)
  for (const [id, place] of form.places) given[place] = ownPart(answers, id)
  const results: unknown[] = form.nodes.map(() => undefined)
  const state = { form, context, answers: given, results }
  for (const node of form.order) results[node] = form.nodes[node]?.compute(state)
  return state
}

/** Works out a form with some answers in one step. */
export function evaluateForm(definition: FormDefinition, answers: object, context: LogicContext): FormState {
  return evaluate(compileForm(definition), answers, context)
}

/**
 * The state with one answer changed. Only what depends on the answer is worked out again, and only as far as something
 * changes; the rest is shared with the state before.
 */
export function changeAnswer(state: FormState, questionId: QuestionId, answer: unknown): FormState {
  const { form, context } = state
  const place = form.places.get(questionId)
  if (place === undefined || Object.is(state.answers[place], answer)) return state
  const answers = state.answers.with(place, answer)
  const start = form.values.get(questionId)
  const rank = start === undefined ? -1 : (form.ranks[start] ?? -1)
  if (rank === -1) return { ...state, answers }
  return { form, context, answers, results: computeAgain(state, answers, rank) }
}

/** The results from a rank on, as far as changes go. */
function computeAgain(state: FormState, answers: readonly unknown[], rank: number): readonly unknown[] {
  const { order, ranks, nodes, dependents } = state.form
  const results = [...state.results]
  const run = { context: state.context, answers, results }
  const pending = new Uint8Array(order.length)
  pending[rank] = 1
  let left = 1
  let changed = false
  for (let next = rank; left > 0; next += 1) {
    if (pending[next] === 0) continue
    left -= 1
    const node = order[next] ?? 0
    const result = nodes[node]?.compute(run)
    if (isSameResult(results[node], result)) continue
    results[node] = result
    changed = true
    for (const dependent of dependents[node] ?? []) {
      const later = ranks[dependent] ?? -1
      if (later === -1 || pending[later] === 1) continue
      pending[later] = 1
      left += 1
    }
  }
  return changed ? results : state.results
}

function isSameResult(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return isSameCounted(a as Counted, b as Counted)
}
