import type { Question } from '../questions/question-types.ts'
import { nextRevision, type RevisionStatus } from '../bank/bank-question.ts'
import { saysTheSame } from '../bank/same-question.ts'
import type { LookupEntry, LookupTable } from '../lookup-table.ts'
import { isSame } from '../merging/same-value.ts'
import type { BundleContent, BundledQuestion } from './form-bundle.ts'

/** What is here already of what a bundle brings. */
export type Here = {
  /** The tables with an id or a name of the bundle's. */
  tables: readonly LookupTable[]
  /** The questions with an id or a code of the bundle's, with all their revisions in order. */
  questions: readonly KeptQuestion[]
}
export type KeptQuestion = {
  questionId: string
  code: string
  revisions: readonly { number: number; content: Question; status: RevisionStatus }[]
}

export type PlannedTable = {
  theirs: LookupTable
  /** The id under which it is here, or will be. */
  tableId: string
} & (
  | { state: 'new'; name: string }
  | { state: 'same' }
  /** Codes that only the bundle has, codes that say something else, and codes that only this table has. */
  | { state: 'differs'; mine: LookupTable; added: string[]; changed: string[]; onlyHere: string[] }
)

export type PlannedQuestion = { theirs: BundledQuestion } & (
  | { state: 'new'; code: string; revision: number }
  | { state: 'same'; code: string; revision: number }
  /** What a revision would say, and under which number, if theirs is taken. */
  | { state: 'differs'; code: string; revision: number; mine: Question }
)

export type ImportPlan = { tables: PlannedTable[]; questions: PlannedQuestion[] }

/** What an import of a bundle would do to the tables and the bank; the ids in the choices are those of the bundle. */
export function planImport(content: BundleContent, here: Here): ImportPlan {
  const names = new Set(here.tables.map(({ name }) => name))
  const codes = new Set(here.questions.map(({ code }) => code))
  return {
    tables: content.lookupTables.map((theirs) => planTable(theirs, here.tables, names)),
    questions: content.bankQuestions.map((theirs) => planQuestion(theirs, here.questions, codes)),
  }
}

function planTable(theirs: LookupTable, tables: Here['tables'], names: Set<string>): PlannedTable {
  const mine =
    tables.find(({ id }) => id === theirs.id) ??
    tables.find(({ name }) => name.toLowerCase() === theirs.name.toLowerCase())
  if (!mine) {
    const name = findFree(theirs.name, names, ' ')
    names.add(name)
    return { state: 'new', theirs, tableId: theirs.id, name }
  }
  const there = new Map(theirs.entries.map((entry) => [entry.code, entry]))
  const kept = new Map(mine.entries.map((entry) => [entry.code, entry]))
  const added = theirs.entries.map(({ code }) => code).filter((code) => !kept.has(code))
  const onlyHere = mine.entries.map(({ code }) => code).filter((code) => !there.has(code))
  const changed = [...there].filter(([code, entry]) => kept.has(code) && !isSame(entry, kept.get(code)))
  const sameOrder = isSame(
    theirs.entries.map(({ code }) => code),
    mine.entries.map(({ code }) => code),
  )
  if (added.length + changed.length + onlyHere.length === 0 && sameOrder)
    return { state: 'same', theirs, tableId: mine.id }
  return {
    state: 'differs',
    theirs,
    tableId: mine.id,
    mine,
    added,
    changed: changed.map(([code]) => code),
    onlyHere,
  }
}

/** The entries of both: theirs in their order, then what only is here, because answers may hold its code. */
export function joinEntries(theirs: readonly LookupEntry[], mine: readonly LookupEntry[]): LookupEntry[] {
  const codes = new Set(theirs.map(({ code }) => code))
  return [...theirs, ...mine.filter(({ code }) => !codes.has(code))]
}

function planQuestion(
  theirs: BundledQuestion,
  questions: Here['questions'],
  codes: Set<string>,
): PlannedQuestion {
  const mine = questions.find(({ questionId }) => questionId === theirs.questionId)
  const latest = mine?.revisions.at(-1)
  if (!mine || !latest) {
    const code = findFree(theirs.code, codes, '-')
    codes.add(code)
    return { state: 'new', theirs, code, revision: 1 }
  }
  const { code } = mine
  const same = mine.revisions.findLast(({ content }) => saysTheSame(theirs.content, content))
  if (same) return { state: 'same', theirs, code, revision: same.number }
  return { state: 'differs', theirs, code, revision: nextRevision(latest), mine: latest.content }
}

/** A name that nothing else has: as it is, or with a number behind it. */
function findFree(name: string, taken: ReadonlySet<string>, separator: string): string {
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name.slice(0, 34)}${separator}${number}`
  return free
}
