import type { Condition } from '@send/shared/forms/conditions/condition'
import type { FormDefinition, Page, Section } from '@send/shared/forms/form-definition'
import { translator } from '@send/shared/texts/translator'

import { ConditionField } from './ConditionField.tsx'

const t = translator('en')

type PartLogicProps<Part> = {
  kind: 'page' | 'section' | 'question' | 'group'
  part: Part
  definition: FormDefinition
  onChange: (part: Part, field?: string) => void
}

/** When a page, section or question is shown. */
export function PartLogic<Part extends Pick<Page | Section, 'showIf'> & { id: string }>(
  props: PartLogicProps<Part>,
) {
  const { kind, part, definition, onChange } = props
  return (
    <ConditionField
      label={t(`logic.${kind}.shown`)}
      none={t(`logic.${kind}.always`)}
      says="shown"
      definition={definition}
      partId={part.id}
      condition={part.showIf}
      onChange={(showIf, field) => onChange(withCondition(part, 'showIf', showIf), field)}
    />
  )
}

/** A part with a condition, or without the property where there is none. */
export function withCondition<Part, Key extends 'showIf' | 'requiredIf'>(
  part: Part & { [Name in Key]?: Condition | undefined },
  key: Key,
  condition: Condition | undefined,
): Part {
  const { [key]: _, ...others } = part
  // What is left out may be left out of every part that has conditions.
  return (condition ? { ...others, [key]: condition } : others) as Part
}
