import { buildPage, buildQuestion } from '@send/shared/testing/build-form'
import type { Stack } from '../scripts/stack.ts'
import { publishPages } from './publish-pages.ts'
import { fillInForms, openOwner, signInParents, type SampleParent } from './sample-parents.ts'
import { asSurvey, bundleSurvey } from './survey-page.ts'

export type FormPage = {
  url: string
  /** Whose form it is. */
  parent: SampleParent
  survey: { html: string; script: string }
}

/** A page with a condition and a text that may be formatted, of a form that a parent began; and the same drawn by survey-core. */
export async function prepareFormPage(stack: Stack, code: string): Promise<FormPage> {
  const helped = buildQuestion('yesNo', { wording: { en: 'Does anybody help now?' } })
  const page = buildPage([
    helped,
    buildQuestion('shortText', {
      wording: { en: 'Who helps?' },
      showIf: { kind: 'equals', of: { from: 'answer', questionId: helped.id }, value: 'yes' },
    }),
    buildQuestion('longText', { wording: { en: 'What is a good day like?' }, formatting: true }),
  ])
  const form = await publishPages(stack.serverUrl, code, [page])
  const owner = openOwner(stack)
  const parents = await signInParents(stack, 1)
  const [started] = await fillInForms(owner, { ...form, answers: {} }, { parents, count: 1 })
  await owner.end()
  if (!started) throw new Error('There is no form page.')
  const survey = JSON.stringify(asSurvey([page]))
  return {
    url: `${stack.citizenOrigin}/submissions/${started.submissionId}/pages/${page.id}`,
    parent: started.parent,
    survey: {
      html: `<!doctype html><div id="survey"></div><script type="application/json" id="form">${survey}</script><script type="module" src="/survey.js"></script>`,
      script: await bundleSurvey(),
    },
  }
}
