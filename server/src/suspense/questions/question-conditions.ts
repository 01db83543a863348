import { eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { incomingChildren } from '../tables.ts'
import { senderQuestions } from './tables.ts'

/** The SQL of "its sender has yet to answer", beside `incoming_children`. */
export function isAsked(): SQL<boolean> {
  const { answeredAt, withdrawnAt } = senderQuestions
  return sql<boolean>`exists (select from ${senderQuestions}
    where ${ofChild()} and ${isNull(answeredAt)} and ${isNull(withdrawnAt)})`
}

/** The SQL of "its sender has answered something", beside `incoming_children`. */
export function isAnswered(): SQL<boolean> {
  return sql<boolean>`exists (select from ${senderQuestions} where ${ofChild()} and ${isNotNull(senderQuestions.answeredAt)})`
}

/** Through `eq`, because drizzle leaves out the tables of columns that stand in the template itself. */
function ofChild(): SQL {
  return eq(senderQuestions.incomingChildId, incomingChildren.id)
}
