import { isBlankItem, listItems, ownPart } from './asked-question.ts'
import type { AskedQuestion } from './asked-question.ts'
import { evaluateAgain, evaluateNodes } from './evaluate-level.ts'
import type { GroupLevel } from './level.ts'
import type { OuterNeed } from './logic-node.ts'
import { isSameResult, nothingCounted } from './run.ts'
import type { Before, Counted, CountedItem, ItemState, Run } from './run.ts'

type Standing = { place: number; node: number; shown: number | undefined }

/**
 * Makes the computation of a group whose questions have logic: each item is worked out by itself, and of one that stays as
 * it was only what depends on something else that changed. Of a hidden group nothing counts.
 */
export function computeGroup(
  asked: AskedQuestion,
  level: GroupLevel,
  { place, node, shown }: Standing,
): (run: Run) => Counted {
  return (run) => {
    const answer = run.answers[place]
    const known = statesIn(run.before?.results[node])
    const states = listItems(answer).map((item, index) => {
      const before = known[index]?.id === item.id ? known[index] : known.find(({ id }) => id === item.id)
      return workOutItem(level, item, { run, before })
    })
    if (shown !== undefined && run.results[shown] !== true) return { ...nothingCounted, states }
    const counting = answer === undefined ? undefined : withoutHidden(level, answer, states)
    const facts =
      counting === undefined ? [] : Array.from(asked.parts.values(), ({ fact }) => fact.read(counting))
    const items = states.map((state) => countItem(level, state)).filter((item) => !isBlankItem(item))
    return { facts, items, states }
  }
}

/** One item worked out: anew, or from what it was before. */
function workOutItem(
  level: GroupLevel,
  { id, answers: typed }: { id: string; answers: unknown },
  { run, before }: { run: Run; before: ItemState | undefined },
): ItemState {
  const answers = Array.from(level.places.keys(), (questionId) => ownPart(typed, questionId))
  const { context } = run
  if (!before || !run.before) {
    return { id, answers, results: evaluateNodes(level, { context, answers, outer: run }) }
  }
  const was: Before = { results: before.results, outer: run.before }
  const starts = listStarts(level, { answers, known: before.answers, run, was: run.before })
  if (starts.length === 0) {
    const isSame = answers.every((answer, index) => Object.is(answer, before.answers[index]))
    return isSame ? before : { ...before, answers }
  }
  const results = evaluateAgain(level, { context, answers, outer: run, before: was }, starts)
  return { id, answers, results }
}

type Changed = { answers: readonly unknown[]; known: readonly unknown[]; run: Run; was: Before }

/** The ranks of the nodes that read an answer, or something around the item, that is not what it was. */
function listStarts(level: GroupLevel, { answers, known, run, was }: Changed): number[] {
  const nodes: number[] = []
  for (const [questionId, place] of level.places) {
    const node = level.values.get(questionId)
    if (node !== undefined && !Object.is(answers[place], known[place])) nodes.push(node)
  }
  if (level.outer.some((need) => isChanged(need, run, was))) {
    for (const [node, { outer }] of level.nodes.entries()) {
      if (outer.some((need) => isChanged(need, run, was))) nodes.push(node)
    }
  }
  const ranks = nodes.map((node) => level.ranks[node] ?? -1).filter((rank) => rank !== -1)
  return [...new Set(ranks)]
}

function isChanged({ up, node }: OuterNeed, run: Run, was: Before): boolean {
  let [now, before]: [Run | undefined, Before | undefined] = [run, was]
  for (let step = 1; step < up; step += 1) [now, before] = [now?.outer, before?.outer]
  return !isSameResult(now?.results[node], before?.results[node])
}

/** An item as it counts; of one that was worked out, its questions in their order. */
function countItem(level: GroupLevel, { results }: ItemState): CountedItem {
  return level.members.map(({ question }) => {
    const node = level.values.get(question.id)
    return (node === undefined ? undefined : (results[node] as Counted | undefined)) ?? nothingCounted
  })
}

/** How each item of a group is worked out; none where it stands in a circle. */
export function statesIn(result: unknown): readonly ItemState[] {
  return (result as Counted | undefined)?.states ?? []
}

/** An item that is not among the answers yet: as it is before anything is typed. */
export function workOutBlank(level: GroupLevel, id: string, run: Run): ItemState {
  return workOutItem(
    level,
    { id, answers: undefined },
    { run: { ...run, before: undefined }, before: undefined },
  )
}

/** The answer of a group without those of its hidden questions, item by item. */
export function withoutHidden(level: GroupLevel, answer: unknown, states: readonly ItemState[]): unknown {
  if (!Array.isArray(answer)) return answer
  return answer.map((item: unknown, index) => {
    const answers = ownPart(item, 'answers')
    if (typeof item !== 'object' || typeof answers !== 'object' || answers === null) return item
    const results = states[index]?.results ?? []
    const kept = Object.entries(answers).flatMap(([questionId, value]): [string, unknown][] => {
      const shown = level.shown.get(questionId)
      if (shown !== undefined && results[shown] !== true) return []
      const inner = level.groups.get(questionId)
      const node = level.values.get(questionId)
      const counted = inner && node !== undefined ? statesIn(results[node]) : []
      return [[questionId, inner ? withoutHidden(inner, value, counted) : value]]
    })
    return { ...item, answers: Object.fromEntries(kept) }
  })
}
