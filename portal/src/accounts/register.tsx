import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/register'
import { PageBody } from '../PageBody.tsx'
import { refusalId, serverApi } from '../api.ts'
import { Button } from '../design/Button.tsx'
import { TextInput } from '../design/TextInput.tsx'
import { usePortal } from '../use-portal.ts'
import { visitorContext } from '../visitor.ts'
import { looksLikeEmail } from './email-shape.ts'
import { readPosted } from './posted-fields.ts'

/** Sends a link to the address; the answer is the same whether the address is known or not. */
export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const email = (await readPosted(request))('email').trim()
  const refuse = (problem: string, status = 422) => data({ email, problem }, { status })
  if (!looksLikeEmail(email)) {
    return refuse(t('portal.register.emailNeeded'))
  }
  try {
    await serverApi(visitor).accounts.register.mutate({ email, language: visitor.language })
  } catch (error) {
    const id = refusalId(error)
    if (id === 'bad-input') return refuse(t('portal.register.emailNeeded'))
    return refuse(t(id === 'too-many-tries' ? 'portal.register.later' : 'portal.couldNotDo'), 503)
  }
  return redirect('/register/sent')
}

export default function Register({ actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const problem = actionData?.problem
  return (
    <PageBody
      title={t('portal.register.title')}
      back="/"
      problems={problem ? [{ href: '#email', message: problem }] : []}
    >
      <p className="govuk-body">{t('portal.register.text')}</p>
      <form method="post" noValidate>
        <TextInput
          id="email"
          name="email"
          type="email"
          label={t('portal.email')}
          hint={t('portal.register.emailHint')}
          value={actionData?.email}
          error={problem}
          errorPrefix={t('portal.error.prefix')}
          autoComplete="email"
          spellCheck={false}
        />
        <Button>{t('portal.continue')}</Button>
      </form>
    </PageBody>
  )
}
