import type { QuestionId } from '../../values/ids.ts'
import { compileForm } from './compile-form.ts'
import type { CompiledForm } from './compile-form.ts'
import type { FormDefinition } from '../form-definition.ts'
import { ownPart } from './asked-question.ts'
import { evaluateAgain, evaluateNodes } from './evaluate-level.ts'
import type { LogicContext } from './run.ts'

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
  const given = Array.from(form.places.keys(), (id) => ownPart(answers, id))
  return { form, context, answers: given, results: evaluateNodes(form, { context, answers: given }) }
}

const compiled = new WeakMap<FormDefinition, CompiledForm>()

/** Works out a form with some answers in one step. A definition never changes, so it is compiled once. */
export function evaluateForm(definition: FormDefinition, answers: object, context: LogicContext): FormState {
  const form = compiled.get(definition) ?? compileForm(definition)
  compiled.set(definition, form)
  return evaluate(form, answers, context)
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
  const before = { results: state.results }
  return { form, context, answers, results: evaluateAgain(form, { context, answers, before }, [rank]) }
}
