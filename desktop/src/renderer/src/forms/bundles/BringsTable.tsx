import { NativeSelect, Text } from '@mantine/core'
import type { ImportChoices } from '@send/shared/forms/bundles/adapt-definition'
import type { ImportPlan, PlannedTable } from '@send/shared/forms/bundles/plan-import'
import { compareQuestions } from '@send/shared/forms/bank/offer-revision'
import { changeInWords } from '@send/shared/forms/versions/change-in-words'
import { translator } from '@send/shared/texts/translator'

import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from './bundles.module.css'

const t = translator('en')

const shapes = { new: 'filled', same: 'done', differs: 'warning' } as const

type BringsTableProps = {
  plan: ImportPlan
  choices: ImportChoices
  onChange: (choices: ImportChoices) => void
}

/** The look-up tables and bank questions of the file: what is here of them, and what becomes of it. */
export function BringsTable({ plan, choices, onChange }: BringsTableProps) {
  const { tables, questions } = plan
  const isNothing = tables.length + questions.length === 0
  return (
    <section aria-labelledby="bundle-brings">
      <h2 className={classes.heading} id="bundle-brings">
        {t('bundles.brings')}
      </h2>
      {isNothing && <Text size="sm">{t('bundles.bringsNothing')}</Text>}
      {!isNothing && (
        <table className={classes.brings}>
          <thead>
            <tr>
              <th scope="col">{t('bundles.what')}</th>
              <th scope="col">{t('bundles.here')}</th>
              <th scope="col">{t('bundles.take')}</th>
            </tr>
          </thead>
          <tbody>
            {tables.map((table) => (
              <Row
                key={table.theirs.id}
                what={t('bundles.table', { name: table.theirs.name })}
                more={t('bundles.entries', { count: table.theirs.entries.length })}
                state={table.state}
                differences={differencesOf(table)}
                isTaken={choices.takeTables.includes(table.theirs.id)}
                keepWord={t('bundles.keepMine')}
                takeWord={t('bundles.takeTheirs')}
                hint={t('bundles.takeTableHint')}
                addedAs={table.state === 'new' && table.name !== table.theirs.name ? table.name : undefined}
                onTake={(isTaken) =>
                  onChange({ ...choices, takeTables: withId(choices.takeTables, table.theirs.id, isTaken) })
                }
              />
            ))}
            {questions.map((question) => {
              const { theirs, revision, code } = question
              return (
                <Row
                  key={theirs.questionId}
                  what={t('bundles.question', { code: theirs.code })}
                  more={theirs.content.wording.en}
                  state={question.state}
                  differences={
                    question.state === 'differs'
                      ? compareQuestions(question.mine, theirs.content).map(changeInWords)
                      : []
                  }
                  isTaken={choices.takeQuestions.includes(theirs.questionId)}
                  keepWord={t('bundles.keepQuestion')}
                  takeWord={t('bundles.takeQuestion', { number: revision })}
                  addedAs={question.state === 'new' && code !== theirs.code ? code : undefined}
                  onTake={(isTaken) =>
                    onChange({
                      ...choices,
                      takeQuestions: withId(choices.takeQuestions, theirs.questionId, isTaken),
                    })
                  }
                />
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

type RowProps = {
  what: string
  more: string
  state: 'new' | 'same' | 'differs'
  differences: string[]
  isTaken: boolean
  keepWord: string
  takeWord: string
  /** Said once theirs is taken. */
  hint?: string
  addedAs: string | undefined
  onTake: (isTaken: boolean) => void
}

function Row(props: RowProps) {
  const { what, more, state, differences, isTaken, addedAs } = props
  return (
    <tr>
      <th scope="row">
        {what}
        <small>{more}</small>
      </th>
      <td>
        <StatusMark shape={shapes[state]} word={t(`bundles.state.${state}`)} />
        {differences.map((difference) => (
          <small key={difference}>{difference}</small>
        ))}
      </td>
      <td>
        {state === 'new' && (addedAs ? t('bundles.isAddedAs', { name: addedAs }) : t('bundles.isAdded'))}
        {state === 'same' && t('bundles.isKept')}
        {state === 'differs' && (
          <NativeSelect
            size="xs"
            aria-label={`${t('bundles.take')}: ${what}`}
            value={isTaken ? 'theirs' : 'mine'}
            data={[
              { value: 'mine', label: props.keepWord },
              { value: 'theirs', label: props.takeWord },
            ]}
            onChange={(event) => props.onTake(event.currentTarget.value === 'theirs')}
          />
        )}
        {state === 'differs' && isTaken && props.hint && <small>{props.hint}</small>}
      </td>
    </tr>
  )
}

function withId(ids: readonly string[], id: string, isIn: boolean): string[] {
  const others = ids.filter((one) => one !== id)
  return isIn ? [...others, id] : others
}

/** The most codes that are named; the rest is counted. */
const mostNamed = 8

function differencesOf(table: PlannedTable): string[] {
  if (table.state !== 'differs') return []
  const { added, changed, onlyHere } = table
  const named = (codes: string[]) =>
    [
      ...codes.slice(0, mostNamed),
      ...(codes.length > mostNamed ? [`+${codes.length - mostNamed}`] : []),
    ].join(', ')
  const lines = [
    ...(added.length > 0 ? [t('bundles.codesAdded', { codes: named(added) })] : []),
    ...(changed.length > 0 ? [t('bundles.codesChanged', { codes: named(changed) })] : []),
    ...(onlyHere.length > 0 ? [t('bundles.codesHere', { codes: named(onlyHere) })] : []),
  ]
  return lines.length > 0 ? lines : [t('bundles.codesOrder')]
}
