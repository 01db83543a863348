import { newId } from '@send/shared/values/ids'
import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/second-step'
import { findMe, serverApi } from '../../api.ts'
import { fromServer, fromServerKeeping } from '../../from-server.ts'
import { sessionCookie } from '../../host/cookies.ts'
import { safeReturnTo } from '../../host/return-to.ts'
import { KeptList } from '../../people/KeptList.tsx'
import { TellUsForm } from '../../people/TellUsForm.tsx'
import { readTypedClaim } from '../../people/read-claim.ts'
import { NotSaved } from '../../submissions/NotSaved.tsx'
import { answersWithPage, visitorContext } from '../../visitor.ts'
import { KeptErrorPage } from '../KeptErrorPage.tsx'
import { findKept, saveKeptForm } from '../kept-form.ts'
import { readPosted } from '../posted-fields.ts'
import { SecondStepForm } from './SecondStepForm.tsx'
import { prepareSecondStep } from './prepare-second-step.ts'
import { refusedCodeSentence } from './refused-code.ts'
import { parseSecondStepAnswer } from './second-step-answer.ts'
import { methodOf } from './second-step-methods.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  if (context.get(answersWithPage)) return null
  const query = new URL(request.url).searchParams
  const returnTo = safeReturnTo(query.get('returnTo'))
  const visitor = context.get(visitorContext)
  const me = await findMe(visitor)
  if (!me) throw redirect(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
  if (me.secondStep) throw redirect(returnTo)
  const api = serverApi(visitor)
  const { usable, maySetUp } = await fromServer(request, api.secondSteps.mine.query({}))
  if (maySetUp) throw redirect('/second-step')
  const by = methodOf(query.get('by'), usable)
  const prepared = await fromServer(request, prepareSecondStep(api, by, { sendCode: false }))
  return { by, returnTo, ...prepared, sentAgain: false }
}

/** Second step: the answer. A form that was kept is saved before the person is taken back to it. */
export async function action({ context, request }: Route.ActionArgs) {
  context.set(answersWithPage, true)
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const posted = await readPosted(request)
  const api = serverApi(visitor)
  const form = { returnTo: safeReturnTo(posted('returnTo')), kept: posted('kept') }
  const kept = findKept(form)
  const switchTo = posted('switchTo')
  if (switchTo) {
    const by = methodOf(switchTo, [])
    const prepared = await fromServerKeeping(request, prepareSecondStep(api, by, { sendCode: true }), kept)
    return { ...form, by, ...prepared, problem: undefined, sentAgain: by === 'emailCode' }
  }
  const by = methodOf(posted('by'), [])
  const refuse = async (problem: string) => {
    const prepared = await fromServerKeeping(request, prepareSecondStep(api, by, { sendCode: false }), kept)
    return data({ ...form, by, ...prepared, problem, sentAgain: false }, { status: 422 })
  }
  const read = parseSecondStepAnswer(by, posted)
  if ('problem' in read) return refuse(t(read.problem))
  const result = await fromServerKeeping(request, api.accounts.verifySecondStep.mutate(read.answer), kept)
  if (result.outcome === 'refused' && by === 'passkey') return refuse(t('portal.secondStep.passkey.failed'))
  if (result.outcome !== 'verified') return refuse(refusedCodeSentence(result, t, visitor.language))
  const headers = { 'set-cookie': sessionCookie(visitor.face, result.token) }
  if (kept && 'page' in kept.form) {
    if (kept.form.page === 'addSeveral') return data({ list: kept.form.fields }, { headers })
    const { fields } = kept.form
    const typed = readTypedClaim((name) => fields[name] ?? '')
    return data({ claim: { typed, idempotencyKey: newId() } }, { headers })
  }
  if (
    kept &&
    'submissionId' in kept.form &&
    !(await saveKeptForm(serverApi(visitor, result.token), kept.form, kept.returnTo))
  ) {
    return data({ notSaved: kept }, { status: 503, headers })
  }
  return redirect(form.returnTo, { headers })
}

export default function SecondStep({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'notSaved' in actionData) return <NotSaved kept={actionData.notSaved} />
  if (actionData && 'claim' in actionData) return <TellUsForm {...actionData.claim} problems={[]} again />
  if (actionData && 'list' in actionData) return <KeptList {...actionData.list} />
  const shown = actionData ?? loaderData
  return shown ? <SecondStepForm {...shown} /> : null
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <KeptErrorPage error={error} />
}
