import { inLanguage, Language } from '@send/shared/texts/language'
import { dateInLondon } from '@send/shared/values/plain-date'
import { data, redirect } from 'react-router'
import type { Route } from './+types/blank-pdf'
import { refusalId, serverApi } from '../../api.ts'
import { requireUuid } from '../../uuid-shape.ts'
import { paperAddressContext, printContext } from '../../printer.ts'
import { shownFaceContext } from '../../shown-face.ts'
import { visitorContext } from '../../visitor.ts'
import { describeBlank } from './describe-blank.ts'

/**
 * A live form to be filled in by hand, for everybody: nothing of anybody is in it, and whoever cannot use the website does
 * not sign in for it. `?language=` is for whoever prints it for somebody else.
 */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const formId = requireUuid(params.formId)
  const visitor = context.get(visitorContext)
  const form = await serverApi(visitor)
    .forms.getBlank.query({ formId })
    .catch((error: unknown) => {
      if (refusalId(error) === 'not-found') throw data(null, { status: 404 })
      throw error
    })
  const asked = new URL(request.url).searchParams
  const language = Language.catch(visitor.language).parse(asked.get('language'))
  const size = asked.get('size') === 'large' ? 'large' : 'standard'
  const today = dateInLondon(new Date())
  const address = context.get(paperAddressContext)
  const authority = inLanguage(context.get(shownFaceContext).authority, language)
  const paper = describeBlank(form, { language, size, today, authority, address })
  const printed = await context.get(printContext)(paper)
  // A file cannot say what is wrong: the page that leads to it does.
  if (printed.outcome !== 'printed') return redirect(`/forms/${formId}?blank=none`)
  const name = `${form.definition.code}${size === 'large' ? '-large-print' : ''}`
  return new Response(printed.pdf, {
    headers: {
      'content-type': 'application/pdf',
      // Codes of forms are letters, digits and hyphens; nothing else gets into a header.
      'content-disposition': `attachment; filename="${name.replaceAll(/[^\w-]/g, '')}.pdf"`,
      'cache-control': 'no-store',
    },
  })
}
