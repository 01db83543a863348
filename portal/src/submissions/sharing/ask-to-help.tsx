import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import type { Route } from './+types/ask-to-help'
import { PageBody } from '../../PageBody.tsx'
import { looksLikeEmail } from '../../accounts/email-shape.ts'
import { readPosted } from '../../accounts/posted-fields.ts'
import { refusalId, serverApi } from '../../api.ts'
import type { ServerApi, ServerOutputs } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { Radios } from '../../design/Radios.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { fromServer } from '../../from-server.ts'
import { requireTile } from '../../shown-face.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { getMyDraft } from '../mine.ts'
import { HelpFields } from './HelpFields.tsx'
import { useFormTitle } from './form-title.ts'
import { readHelp } from './help-fields.ts'
import type { HelpProblem, HelpTyped } from './help-fields.ts'

type Colleague = ServerOutputs['sharedForms']['listColleagues']['colleagues'][number]

/** A family asks by address, a professional one of their colleagues; the key makes a second press of the button harmless. */
export async function loader(args: Route.LoaderArgs) {
  const visitor = args.context.get(visitorContext)
  requireTile(args.context, 'shareForms')
  await getMyDraft(args)
  const asked = visitor.face === 'professional' ? listColleagues(serverApi(visitor)) : undefined
  return { colleagues: asked && (await fromServer(args.request, asked)), idempotencyKey: newId() }
}

async function listColleagues({ sharedForms }: ServerApi): Promise<Colleague[]> {
  return (await sharedForms.listColleagues.query({})).colleagues
}

/** A colleague as one value of a form: their organisation and they. */
function colleagueValue({ organisationId, userId }: Pick<Colleague, 'organisationId' | 'userId'>): string {
  return `${organisationId} ${userId}`
}

export async function action(args: Route.ActionArgs) {
  const { context, request, params } = args
  const visitor = context.get(visitorContext)
  const read = await readPosted(request)
  const { whole } = await getMyDraft(args)
  const [email, colleague, idempotencyKey] = [read('email').trim(), read('colleague'), read('idempotencyKey')]
  const {
    typed,
    problems: found,
    help,
  } = readHelp(
    read,
    whole.pages.map(({ id }) => id),
  )
  const refuse = (status: number, problems: HelpProblem[]) =>
    data({ ...typed, email, colleague, problems }, { status })
  const isProfessional = visitor.face === 'professional'
  const [organisationId = '', userId = ''] = colleague.split(' ')
  const part = isProfessional ? 'colleague' : 'email'
  const isNamed = isProfessional ? userId !== '' : looksLikeEmail(email)
  const unnamed = { part, key: `portal.sharing.${part}Needed` } as const
  const problems: HelpProblem[] = [...(isNamed ? [] : [unnamed]), ...found]
  if (!help || problems.length > 0) return refuse(422, problems)
  const { submissionId } = params
  const invitation = { idempotencyKey, submissionId, ...help }
  const { sharedForms } = serverApi(visitor)
  try {
    const { outcome } = isProfessional
      ? await sharedForms.inviteColleague.mutate({ ...invitation, organisationId, userId })
      : await sharedForms.invite.mutate({ ...invitation, email })
    if (outcome === 'invited') return redirect(`/submissions/${submissionId}/share?done=invited`)
    if (outcome === 'enough') return refuse(422, [{ part, key: 'portal.sharing.full' }])
    return refuse(422, [{ part, key: `portal.sharing.refused.${outcome}` }])
  } catch (error) {
    const id = refusalId(error)
    if (id === 'bad-input' || (isProfessional && id === 'not-found')) return refuse(422, [unnamed])
    if (id === 'too-many-tries') return refuse(429, [{ part, key: 'portal.sharing.refused.tooMany' }])
    if (id === 'unavailable') return refuse(503, [{ part, key: 'portal.couldNotDo' }])
    return fromServer(request, Promise.reject(error as Error))
  }
}

const nothing: HelpTyped = { role: undefined, which: undefined, pageIds: [] }

export default function AskToHelp({ loaderData, actionData, params }: Route.ComponentProps) {
  const { t } = usePortal()
  const { colleagues, idempotencyKey } = loaderData
  const { title, lang } = useFormTitle()
  const problems = actionData?.problems ?? []
  const errorOf = (part: HelpProblem['part']) => {
    const problem = problems.find((known) => known.part === part)
    return problem && t(problem.key)
  }
  const back = `/submissions/${params.submissionId}/share`
  const heading = t('portal.sharing.ask')
  const caption = <span lang={lang}>{title}</span>
  if (colleagues?.length === 0) {
    return (
      <PageBody title={heading} caption={caption} back={back}>
        <p className="govuk-body">{t('portal.sharing.noColleagues')}</p>
      </PageBody>
    )
  }
  return (
    <PageBody
      title={heading}
      caption={caption}
      back={back}
      problems={problems.map(({ part, key }) => ({ href: `#${part}`, message: t(key) }))}
    >
      <form method="post" noValidate>
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        {colleagues ? (
          <Radios
            id="colleague"
            name="colleague"
            legend={t('portal.sharing.colleague')}
            strong
            errorPrefix={t('portal.error.prefix')}
            error={errorOf('colleague')}
            options={colleagues.map((colleague) => ({
              value: colleagueValue(colleague),
              label: colleague.name,
              hint: [colleague.jobTitle, colleague.organisation].filter(Boolean).join(', '),
            }))}
            value={actionData?.colleague}
          />
        ) : (
          <TextInput
            id="email"
            name="email"
            type="email"
            label={t('portal.sharing.email')}
            hint={t('portal.sharing.emailHint')}
            errorPrefix={t('portal.error.prefix')}
            error={errorOf('email')}
            value={actionData?.email}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <HelpFields typed={actionData ?? nothing} problems={problems} />
        <Button>{t('portal.sharing.send')}</Button>
      </form>
    </PageBody>
  )
}
