import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import type { Route } from './+types/tell-us'
import { PageBody } from '../PageBody.tsx'
import { readPosted } from '../accounts/posted-fields.ts'
import { refusalId, serverApi } from '../api.ts'
import { Button } from '../design/Button.tsx'
import { DateInput } from '../design/DateInput.tsx'
import { Radios } from '../design/Radios.tsx'
import { Textarea } from '../design/Textarea.tsx'
import { TextInput } from '../design/TextInput.tsx'
import { fromServer } from '../from-server.ts'
import { usePortal } from '../use-portal.ts'
import { answersWithPage, visitorContext } from '../visitor.ts'
import {
  checkClaim,
  claimRelations,
  readTypedClaim,
  type ClaimProblem,
  type TypedClaim,
} from './read-claim.ts'

/** Only somebody signed in with both steps may tell us; the key makes a second press of the button harmless. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  if (!context.get(answersWithPage))
    await fromServer(request, serverApi(visitor).childAccess.listMyClaims.query({}))
  return { idempotencyKey: newId() }
}

export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const read = await readPosted(request)
  const typed = readTypedClaim(read)
  const { problems, claim } = checkClaim(typed, visitor.face, new Date())
  const refuse = (status: number, given: ClaimProblem[]) => data({ typed, problems: given }, { status })
  if (!claim) return refuse(422, problems)
  try {
    await serverApi(visitor).childAccess.claim.mutate({ idempotencyKey: read('idempotencyKey'), ...claim })
  } catch (error) {
    const id = refusalId(error)
    if (id === 'too-many-tries') return refuse(429, [{ part: 'relation', key: 'portal.claim.enough' }])
    if (id === 'unavailable') return refuse(503, [{ part: 'relation', key: 'portal.couldNotDo' }])
    return fromServer(request, Promise.reject(error as Error))
  }
  return redirect('/children?sent=1')
}

const nothingTyped: TypedClaim = {
  relation: '',
  givenNames: '',
  familyName: '',
  dateOfBirth: { day: '', month: '', year: '' },
  evidence: '',
}

export default function TellUs({ loaderData, actionData }: Route.ComponentProps) {
  const { t, face } = usePortal()
  const typed = actionData?.typed ?? nothingTyped
  const problems = (actionData?.problems ?? []).map(({ part, key }) => ({ part, message: t(key) }))
  const problemOf = (part: keyof TypedClaim) => problems.find((problem) => problem.part === part)?.message
  const common = (part: keyof TypedClaim) => ({
    id: part,
    error: problemOf(part),
    errorPrefix: t('portal.error.prefix'),
  })
  return (
    <PageBody
      title={t('portal.children.tellUs')}
      back="/children"
      problems={problems.map(({ part, message }) => ({
        href: part === 'dateOfBirth' ? '#dateOfBirth.day' : `#${part}`,
        message,
      }))}
    >
      <p className="govuk-body">{t('portal.claim.text')}</p>
      <form method="post" noValidate>
        <input type="hidden" name="idempotencyKey" value={loaderData.idempotencyKey} />
        <Radios
          {...common('relation')}
          name="relation"
          legend={t('portal.claim.relation')}
          options={claimRelations(face).map((value) => ({
            value,
            label: t(`portal.claim.relation.${value}`),
          }))}
          value={typed.relation}
        />
        <TextInput
          {...common('givenNames')}
          name="givenNames"
          label={t('portal.child.givenNames')}
          value={typed.givenNames}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          {...common('familyName')}
          name="familyName"
          label={t('portal.child.familyName')}
          value={typed.familyName}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <DateInput
          {...common('dateOfBirth')}
          name="born"
          legend={t('portal.child.dateOfBirth')}
          labels={{
            day: t('portal.forms.day'),
            month: t('portal.forms.month'),
            year: t('portal.forms.year'),
          }}
          hint={t('portal.forms.dateHint')}
          value={typed.dateOfBirth}
        />
        <Textarea
          {...common('evidence')}
          name="evidence"
          label={t('portal.claim.evidence')}
          hint={t('portal.claim.evidenceHint')}
          value={typed.evidence}
          rows={4}
        />
        <Button>{t('portal.claim.send')}</Button>
      </form>
    </PageBody>
  )
}
