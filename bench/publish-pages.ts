import type { FormDefinition, Page } from '@send/shared/forms/form-definition'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { publishForms } from '../e2e/publish-sample-form.ts'
import type { SampleForm } from './sample-parents.ts'

export type PublishedPages = Omit<SampleForm, 'answers'>

/** Publishes a form for families of these pages, and of one more that asks who the child is, as every such form must. */
export async function publishPages(serverUrl: string, code: string, pages: Page[]): Promise<PublishedPages> {
  const child = buildPage([buildQuestion('childDetails')], { title: { en: 'About the child' } })
  const definition: FormDefinition = buildForm({ code, pages: [...pages, child] })
  const { formIds } = await publishForms(serverUrl, [definition])
  const [formId] = formIds
  if (!formId) throw new Error('The form was not published.')
  return { formId, version: 1, definition }
}
