import { itemsIntent, listItemsToDraw } from '@send/shared/forms/questions/edit-items'
import { inItem, itemName, itemsField } from '@send/shared/forms/questions/group'
import type { GroupItem } from '@send/shared/forms/questions/group'
import type { GroupMember } from '@send/shared/forms/questions/group-member'
import { inLanguage } from '@send/shared/texts/language'
import type { ComponentType } from 'react'
import { Button } from '../../design/Button.tsx'
import { FieldGroup } from '../../design/FieldGroup.tsx'
import { fieldId } from './field-props.ts'
import type { FieldProps, QuestionFieldProps } from './field-props.ts'
import { frameProps } from './part-props.ts'

/** The field of a group, made from that of all questions: a group may hold another one. */
export function makeGroupField(MemberField: ComponentType<QuestionFieldProps>) {
  /** The same questions for each item; items are added and removed by buttons that post the page. */
  return function GroupField(props: FieldProps<'group'>) {
    const { question: group, language, t } = props
    const items = listItemsToDraw(group, props.answer)
    const named = t('portal.group.addNamed', { question: inLanguage(group.wording, language) })
    return (
      <FieldGroup {...frameProps(props)}>
        <input type="hidden" name={itemsField(group.id)} value={items.map(({ id }) => id).join(' ')} />
        {items.map((item, index) => {
          const name = itemName(group, index, language)
          const place = `${group.id}.${item.id}`
          return (
            <fieldset
              key={item.id}
              className="send-item"
              id={fieldId(place, undefined, props.idPrefix)}
              tabIndex={-1}
            >
              <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{name}</legend>
              {group.questions.map((member) => {
                const { isShown, ...fieldProps } = memberProps(props, item, member)
                return (
                  <div key={member.id} data-part={fieldProps.question.id} hidden={!isShown}>
                    <MemberField {...fieldProps} />
                  </div>
                )
              })}
              {items.length > 1 ? (
                <Button kind="secondary" name="intent" value={itemsIntent('remove', place)}>
                  {t('portal.group.remove', { item: name })}
                </Button>
              ) : null}
            </fieldset>
          )
        })}
        {items.length < group.max ? (
          <Button kind="secondary" name="intent" value={itemsIntent('add', group.id)} label={named}>
            {t('portal.group.add')}
          </Button>
        ) : null}
      </FieldGroup>
    )
  }
}

type MemberProps = QuestionFieldProps & { isShown: boolean }

/** A question of one item as it is asked there; a hidden one is drawn hidden, so that its answer is kept. */
function memberProps(props: FieldProps<'group'>, item: GroupItem, member: GroupMember): MemberProps {
  const placed = inItem(props.question.id, item.id, member)
  const asked = props.asked?.(placed)
  const { question, isShown, offers } = asked ?? { question: placed, isShown: true, offers: undefined }
  const start = `${item.id}.${member.id}`
  const problems = props.problems.flatMap(({ part = '', message }) => {
    if (part === start) return [{ questionId: question.id, message }]
    if (!part.startsWith(`${start}.`)) return []
    return [{ questionId: question.id, part: part.slice(start.length + 1), message }]
  })
  return { ...props, question, isShown, offers, answer: item.answers[member.id], problems }
}
