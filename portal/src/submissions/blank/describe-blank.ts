import type { Condition } from '@send/shared/forms/conditions/condition'
import { wordCondition } from '@send/shared/forms/conditions/condition-in-words'
import { listPageParts, type FormDefinition, type Page } from '@send/shared/forms/form-definition'
import { askQuestion, listMembers } from '@send/shared/forms/logic/asked-question'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import { scopeOfItems, type Scope } from '@send/shared/forms/logic/compile-operand'
import type { Question } from '@send/shared/forms/questions/question-types'
import { inLanguage, type Language, type Text } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { languageOfForm } from '../form-language.ts'
import type { BlankDocument, BlankQuestion } from '../printing/blank-document.ts'
import { blocksOfWords } from '../printing/copy-blocks.ts'
import type { CopyBlock, PrintSize } from '../printing/copy-document.ts'
import { answerSpaces, dateBoxes } from './answer-spaces.ts'

/** Of a group whose number of items nobody knows, this many copies are printed, as far as it may have them. */
const usualCopies = 3

const privacyParts = ['why', 'who', 'howLong', 'rights'] as const

export type BlankForm = {
  definition: Omit<FormDefinition, 'accessList'>
  version: number
  publishedAt: string
}
type Printing = {
  language: Language
  size: PrintSize
  today: string
  /** Whose form it is. */
  authority: string
  /** Where it is sent once it is filled in, line by line; empty where that is told nowhere here. */
  address: readonly string[]
}
type Setting = { language: Language; today: string; scope: Scope }

/** What stands on a form that is filled in by hand: all its questions, also those that are asked of some people only. */
export function describeBlank(
  { definition, version, publishedAt }: BlankForm,
  printing: Printing,
): BlankDocument {
  const { language, size, today, authority, address } = printing
  const t = translator(language)
  const formLanguage = languageOfForm(definition, language)
  const { scope } = compileForm({ ...definition, accessList: { entries: [] } })
  const setting = { language: formLanguage, today, scope }
  const { code, informationDueDays } = definition
  return {
    kind: 'blank',
    size,
    language,
    formLanguage,
    title: inLanguage(definition.title, formLanguage),
    name: t('portal.blank.name', { code, version }),
    madeAt: Math.floor(new Date(publishedAt).getTime() / 1000),
    words: {
      caption: t('portal.blank.caption', { authority }),
      how: t('portal.blank.how'),
      instructions: [
        t('portal.blank.ink'),
        t('portal.blank.tick'),
        t('portal.blank.optional'),
        t('portal.blank.more'),
        ...(informationDueDays === undefined ? [] : [t('portal.blank.due', { count: informationDueDays })]),
        ...(address.length > 0 ? [] : [t('portal.blank.send')]),
        t('portal.blank.help'),
      ],
      received: t('portal.blank.received'),
      page: t('portal.pdf.page', { page: '{page}', pages: '{pages}' }),
    },
    guidance: blocksOf(definition.guidance, formLanguage),
    receivedBoxes: dateBoxes(t),
    pages: definition.pages.map((page) => describePage(page, setting)),
    sendTo:
      address.length > 0
        ? { title: t('portal.blank.sendTo'), text: t('portal.blank.sendToText'), address }
        : null,
    privacy: {
      title: t('portal.privacy.title'),
      parts: privacyParts.map((part) => ({
        title: t(`portal.privacy.${part}.heading`),
        text: t(`portal.privacy.${part}.text`),
      })),
    },
  }
}

function describePage(page: Page, setting: Setting): BlankDocument['pages'][number] {
  const { language } = setting
  return {
    title: inLanguage(page.title, language),
    onlyIf: onlyIf(page.showIf, setting, 'portal.blank.onlyIfPart'),
    guidance: blocksOf(page.guidance, language),
    parts: listPageParts(page).map(({ section, questions }) => ({
      title: section ? inLanguage(section.title, language) : null,
      onlyIf: onlyIf(section?.showIf, setting, 'portal.blank.onlyIfPart'),
      guidance: blocksOf(section?.guidance, language),
      questions: describeQuestions(questions, setting),
    })),
  }
}

/** What is worked out of other answers nobody writes. */
function describeQuestions(questions: readonly Question[], setting: Setting): BlankQuestion[] {
  return questions
    .filter(({ type }) => type !== 'calculated')
    .map((question) => describeQuestion(question, setting))
}

function describeQuestion(question: Question, setting: Setting): BlankQuestion {
  const { language, today, scope } = setting
  const t = translator(language)
  const wording = inLanguage(question.wording, language)
  const isOptional = question.type !== 'guidance' && !question.required && question.requiredIf === undefined
  const optionOf = ({ label, showIf }: { label: Text; showIf?: Condition | undefined }) => {
    const option = inLanguage(label, language)
    if (!showIf) return option
    return t('portal.blank.optionIf', { option, condition: wordCondition(showIf, scope, language) })
  }
  return {
    question: isOptional ? t('portal.blank.questionOptional', { question: wording }) : wording,
    onlyIf: onlyIf(question.showIf, setting, 'portal.blank.onlyIf'),
    help: blocksOf(question.help, language),
    ...(question.type === 'group'
      ? describeGroup(question, setting)
      : { spaces: answerSpaces(question, { language, today, optionOf }), copies: [] }),
  }
}

function describeGroup(
  group: Extract<Question, { type: 'group' }>,
  setting: Setting,
): Pick<BlankQuestion, 'spaces' | 'copies'> {
  const { language, scope } = setting
  const t = translator(language)
  const count = Math.min(group.max, Math.max(group.min, usualCopies))
  const label = inLanguage(group.itemLabel, language)
  const within = { ...setting, scope: scopeOfItems(scope, askQuestion(group)) }
  const questions = describeQuestions(listMembers(group), within)
  const said = [
    ...(group.min > 1 ? [t('portal.blank.fewest', { count: group.min })] : []),
    ...(group.max > count ? [t('portal.blank.copies', { count })] : []),
  ].join(' ')
  return {
    spaces: said === '' ? [] : [{ kind: 'words', blocks: blocksOfWords(said) }],
    copies: Array.from({ length: count }, (_, index) => {
      const number = index + 1
      const title = label === '' ? t('values.item', { number }) : t('values.itemOf', { label, number })
      return { title, questions }
    }),
  }
}

function onlyIf(
  condition: Condition | undefined,
  { language, scope }: Setting,
  sentence: 'portal.blank.onlyIf' | 'portal.blank.onlyIfPart',
): string | null {
  if (!condition) return null
  return translator(language)(sentence, { condition: wordCondition(condition, scope, language) })
}

function blocksOf(text: Text | undefined, language: Language): CopyBlock[] {
  return text ? blocksOfWords(inLanguage(text, language)) : []
}
