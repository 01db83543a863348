import { newId } from '@send/shared/values/ids'
import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/join'
import { PageBody } from '../../PageBody.tsx'
import { refusalId, serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { fromServer } from '../../from-server.ts'
import { requireTile } from '../../shown-face.ts'
import { usePortal } from '../../use-portal.ts'
import { answersWithPage, visitorContext } from '../../visitor.ts'
import { readPosted } from '../posted-fields.ts'
import { FoundOrganisations } from './FoundOrganisations.tsx'

const fewestLetters = 2
const mostLetters = 200

/** Finds organisations by what was typed; without anything typed only the box is shown. */
export async function loader({ context, request }: Route.LoaderArgs) {
  requireTile(context, 'joinOrganisation')
  const api = serverApi(context.get(visitorContext))
  const typed = new URL(request.url).searchParams.get('text')
  const text = (typed ?? '').trim().slice(0, mostLetters)
  const asks = typed !== null && text.length >= fewestLetters
  // Who may not see the page is told so before they type.
  if (!asks && !context.get(answersWithPage)) await fromServer(request, api.organisations.mine.query({}))
  const found = asks ? await fromServer(request, api.organisations.search.query({ text })) : undefined
  // A key each: somebody may come back to this page and ask to join another one.
  const offers = found?.organisations.map((organisation) => ({ ...organisation, idempotencyKey: newId() }))
  return { text, offers, more: found?.more ?? false, tooShort: typed !== null && !asks }
}

/** Asks to join one of them. */
export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const read = await readPosted(request)
  const ask = { idempotencyKey: read('idempotencyKey'), organisationId: read('organisationId') }
  try {
    const { outcome } = await serverApi(visitor).organisations.ask.mutate(ask)
    return redirect(outcome === 'alreadyMember' ? '/organisation' : '/organisation?done=asked')
  } catch (error) {
    const t = translator(visitor.language)
    const id = refusalId(error)
    if (id === 'too-many-tries') return data({ problem: t('portal.orgJoin.enough') }, { status: 429 })
    if (id === 'unavailable') return data({ problem: t('portal.couldNotDo') }, { status: 503 })
    return fromServer(request, Promise.reject(error as Error))
  }
}

export default function Join({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePortal()
  const { text, offers, more, tooShort } = loaderData
  const wrong = tooShort ? t('portal.orgJoin.tooShort') : undefined
  const problem = actionData?.problem ?? wrong
  return (
    <PageBody
      title={t('portal.org.join')}
      back="/organisation"
      problems={problem ? [{ href: '#text', message: problem }] : []}
    >
      <form method="get" noValidate>
        <TextInput
          id="text"
          name="text"
          label={t('portal.orgJoin.search')}
          hint={t('portal.orgJoin.hint')}
          value={text}
          error={wrong}
          errorPrefix={t('portal.error.prefix')}
          maxLength={mostLetters}
          autoComplete="organization"
          spellCheck={false}
        />
        <Button kind={offers ? 'secondary' : 'primary'}>{t('portal.orgJoin.find')}</Button>
      </form>
      {offers ? <FoundOrganisations offers={offers} more={more} /> : null}
    </PageBody>
  )
}
