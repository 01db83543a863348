import { GroupAnswer } from '../questions/group.ts'
import { behaviourOf } from '../questions/question-types.ts'
import type { Question } from '../questions/question-types.ts'

/**
 * Where somebody answered: the id of the question, or of a question of a group the way to it through each item that has an
 * answer to it. Of what nobody answered there is none.
 */
export function listAnswerPlaces(question: Question, answer: unknown, place: string = question.id): string[] {
  if (question.type !== 'group') return behaviourOf(question).isEmpty(answer) ? [] : [place]
  const items = GroupAnswer.safeParse(answer).data ?? []
  return items.flatMap((item) =>
    question.questions.flatMap((member) =>
      listAnswerPlaces(member, item.answers[member.id], `${place}.${item.id}.${member.id}`),
    ),
  )
}

/** The question whose answer stands at a place. */
export function questionAt(place: string): string {
  return place.slice(place.lastIndexOf('.') + 1)
}
