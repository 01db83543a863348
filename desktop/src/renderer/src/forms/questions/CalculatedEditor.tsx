import { Checkbox, NativeSelect, Stack, Text } from '@mantine/core'
import type { Formula } from '@send/shared/forms/calculations/formula'
import type { DateValue, Operand } from '@send/shared/forms/conditions/operand'
import { listOperands } from '@send/shared/forms/conditions/list-operands'
import { mostDecimals } from '@send/shared/forms/questions/calculated'
import { translator } from '@send/shared/texts/translator'

import { NumberBox } from '../fields/NumberBox.tsx'
import type { EditorProps } from './editor-props.ts'

const t = translator('en')

const ways = ['add', 'join', 'daysBetween', 'yearsBetween'] as const
type Way = (typeof ways)[number]

const today: DateValue = { kind: 'today' }

/** From which answers the value is calculated, and how; a formula that is none of the simple ones is left alone. */
export function CalculatedEditor({ question, definition, onChange }: EditorProps<'calculated'>) {
  const { formula } = question
  const way = wayOf(formula)
  const change = (next: Formula) => onChange({ ...question, formula: next })
  const others = listOperands(definition).filter(({ operand }) => keyOf(operand) !== question.id)
  const ofType = (type: string) => others.filter((other) => other.type === type)
  const listed = way === 'add' ? ofType('number') : others.filter(({ type }) => type !== 'presence')
  const dates = ofType('date')
  return (
    <Stack gap="sm">
      <NativeSelect
        size="xs"
        label={t('forms.calculate')}
        value={way ?? 'other'}
        data={[
          ...ways.map((value) => ({ value, label: t(`forms.calculate.${value}`) })),
          ...(way ? [] : [{ value: 'other', label: t('forms.calculate.other') }]),
        ]}
        onChange={(event) => {
          const chosen = ways.find((candidate) => candidate === event.currentTarget.value)
          if (chosen) change(beginningOf(chosen))
        }}
      />
      {(way === 'add' || way === 'join') && listed.length > 0 ? (
        <Checkbox.Group
          size="xs"
          label={t('forms.calculate.from')}
          value={operandsOf(formula).map(keyOf)}
          onChange={(keys) => {
            const chosen = listed
              .map(({ operand }) => operand)
              .filter((operand) => keys.includes(keyOf(operand)))
            change(way === 'add' ? sumOf(chosen) : { kind: 'join', parts: chosen, separator: ' ' })
          }}
        >
          <Stack gap={4} mt={4}>
            {listed.map(({ operand, words }) => (
              <Checkbox key={keyOf(operand)} size="xs" value={keyOf(operand)} label={words} />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : null}
      {formula.kind === 'daysBetween' || formula.kind === 'yearsBetween'
        ? (['from', 'to'] as const).map((end) => (
            <NativeSelect
              key={end}
              size="xs"
              label={t(end === 'from' ? 'forms.calculate.begins' : 'forms.calculate.ends')}
              value={formula[end].kind === 'operand' ? keyOf(formula[end].of) : 'today'}
              data={[
                { value: 'today', label: t('forms.calculate.today') },
                ...dates.map(({ operand, words }) => ({ value: keyOf(operand), label: words })),
              ]}
              onChange={(event) => {
                const chosen = dates.find(({ operand }) => keyOf(operand) === event.currentTarget.value)
                change({ ...formula, [end]: chosen ? { kind: 'operand', of: chosen.operand } : today })
              }}
            />
          ))
        : null}
      {way === 'add' ? (
        <NumberBox
          label={t('forms.calculate.decimals')}
          value={question.decimals}
          min={0}
          max={mostDecimals}
          onChange={(decimals) => onChange({ ...question, decimals }, 'decimals')}
        />
      ) : null}
      {(way === 'add' || way === 'join') && listed.length === 0 ? (
        <Text size="sm">{t('forms.calculate.nothing')}</Text>
      ) : null}
    </Stack>
  )
}

function keyOf(operand: Operand): string {
  if (operand.from === 'person') return operand.fact
  return operand.part ? `${operand.questionId}.${operand.part}` : operand.questionId
}

/** The operands of a formula that the editor can show; undefined terms stand for something deeper. */
function operandsOf(formula: Formula): Operand[] {
  if (formula.kind === 'join') return formula.parts.filter((part) => part.from !== 'text')
  if (formula.kind !== 'add') return []
  return formula.terms.flatMap((term) => (term.kind === 'answer' ? [term.of] : []))
}

function wayOf(formula: Formula): Way | undefined {
  const way = ways.find((candidate) => candidate === formula.kind)
  const deeper =
    (formula.kind === 'add' && formula.terms.some((term) => term.kind !== 'answer')) ||
    (formula.kind === 'join' && formula.parts.some((part) => part.from === 'text'))
  return deeper ? undefined : way
}

function beginningOf(way: Way): Formula {
  if (way === 'add') return sumOf([])
  return way === 'join' ? { kind: 'join', parts: [], separator: ' ' } : { kind: way, from: today, to: today }
}

function sumOf(operands: Operand[]): Formula {
  return { kind: 'add', terms: operands.map((of) => ({ kind: 'answer', of })) }
}
