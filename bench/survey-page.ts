import path from 'node:path'
import type { Condition } from '@send/shared/forms/conditions/condition'
import { listPageQuestions, type Page } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import { build } from 'vite'

/** The one script of a page that draws its form with survey-core and survey-js-ui, minified. */
export async function bundleSurvey(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // survey-js-ui asks for the survey-core of its own release.
    resolve: { alias: { 'survey-core': 'survey-core-2' } },
    build: {
      write: false,
      minify: true,
      rollupOptions: { input: path.join(import.meta.dirname, 'survey-in-page.mjs') },
    },
  })
  if (!('output' in built)) throw new Error('There is no bundle.')
  return built.output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n')
}

/** Pages of plain questions and simple conditions in the words of survey-core. Throws for what it has no words for. */
export function asSurvey(pages: Page[]): object {
  return { pages: pages.map(asSurveyPage) }
}

function asSurveyPage(page: Page): object {
  return { name: page.id, title: page.title.en, elements: listPageQuestions(page).map(asElement) }
}

function asElement({ id, wording, showIf, ...question }: Question): object {
  return {
    name: id,
    title: wording.en,
    isRequired: question.required,
    ...(showIf ? { visibleIf: asExpression(showIf) } : {}),
    ...asType(question),
  }
}

function asType({ type }: Pick<Question, 'type'>): object {
  switch (type) {
    case 'yesNo':
      return { type: 'radiogroup', choices: ['yes', 'no'] }
    case 'longText':
      return { type: 'comment' }
    case 'shortText':
      return { type: 'text' }
    default:
      throw new Error(`A ${type} has no peer here.`)
  }
}

function asExpression(condition: Condition): string {
  if (condition.kind !== 'equals' || condition.of.from !== 'answer')
    throw new Error('This condition has no peer here.')
  return `{${condition.of.questionId}} = '${String(condition.value)}'`
}
