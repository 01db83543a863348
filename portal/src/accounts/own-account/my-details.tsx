import { translator } from '@send/shared/texts/translator'
import { isStorableText } from '@send/shared/values/storable-text'
import { data, redirect } from 'react-router'
import type { Route } from './+types/my-details'
import { PageBody } from '../../PageBody.tsx'
import { serverApi } from '../../api.ts'
import { Button } from '../../design/Button.tsx'
import { Radios } from '../../design/Radios.tsx'
import { TextInput } from '../../design/TextInput.tsx'
import { fromServer } from '../../from-server.ts'
import { languageCookie, setCookie } from '../../host/cookies.ts'
import { usePortal } from '../../use-portal.ts'
import { visitorContext } from '../../visitor.ts'
import { CitizenKindRadios, readCitizenKind } from '../CitizenKindRadios.tsx'
import { readPosted } from '../posted-fields.ts'
import { getOwnAccount } from './own-account.ts'

const secondsInYear = 365 * 24 * 60 * 60
const longest = 200
/** Digits as people write them; an extension may follow. */
const phoneShape = /^\+?[\d\s()./-]{5,30}(\s*(ext|x)\.?\s*\d{1,6})?$/i

const isLine = (text: string) => text !== '' && text.length <= longest && isStorableText(text)

export async function loader(args: Route.LoaderArgs) {
  return getOwnAccount(args)
}

export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const posted = await readPosted(request)
  const [name, phone, jobTitle] = ['name', 'phone', 'jobTitle'].map((part) => posted(part).trim())
  const typed = {
    name: name ?? '',
    phone: phone ?? '',
    jobTitle: jobTitle ?? '',
    citizenKind: readCitizenKind(posted('citizenKind')),
    language: posted('language'),
  }
  const problems: { href: string; message: string }[] = []
  if (!isLine(typed.name)) problems.push({ href: '#name', message: t('portal.complete.nameNeeded') })
  if (visitor.face === 'professional' && !isLine(typed.jobTitle))
    problems.push({ href: '#jobTitle', message: t('portal.complete.jobTitleNeeded') })
  if (visitor.face === 'citizen' && !typed.citizenKind)
    problems.push({ href: '#citizenKind', message: t('portal.citizenKind.needed') })
  if (typed.phone && !phoneShape.test(typed.phone))
    problems.push({ href: '#phone', message: t('portal.account.phoneWrong') })
  const language = typed.language === 'en' || typed.language === 'cy' ? typed.language : undefined
  if (!language) problems.push({ href: '#language', message: t('portal.account.languageNeeded') })
  if (!language || problems.length > 0) return data({ typed, problems }, { status: 422 })
  await fromServer(
    request,
    serverApi(visitor).ownAccount.setDetails.mutate({
      name: typed.name,
      phone: typed.phone || null,
      jobTitle: typed.jobTitle || null,
      citizenKind: typed.citizenKind,
      language,
    }),
  )
  const headers = { 'set-cookie': setCookie(languageCookie, language, secondsInYear) }
  return redirect('/account?changed=1', { headers })
}

export default function MyDetails({ loaderData, actionData }: Route.ComponentProps) {
  const { t, face } = usePortal()
  const typed = actionData?.typed ?? loaderData
  const problems = actionData?.problems ?? []
  const common = (id: string) => ({
    id,
    name: id,
    error: problems.find(({ href }) => href === `#${id}`)?.message,
    errorPrefix: t('portal.error.prefix'),
  })
  return (
    <PageBody title={t('portal.account.details')} back="/account" problems={problems}>
      <form method="post" noValidate>
        <TextInput
          {...common('name')}
          label={t('portal.complete.name')}
          value={typed.name}
          autoComplete="name"
          spellCheck={false}
          maxLength={longest}
        />
        {face === 'professional' ? (
          <TextInput
            {...common('jobTitle')}
            label={t('portal.complete.jobTitle')}
            hint={t('portal.complete.jobTitleHint')}
            value={typed.jobTitle ?? ''}
            autoComplete="organization-title"
            maxLength={longest}
          />
        ) : (
          <CitizenKindRadios value={typed.citizenKind} error={common('citizenKind').error} />
        )}
        <TextInput
          {...common('phone')}
          label={t('portal.account.phone')}
          hint={t('portal.account.phoneHint')}
          value={typed.phone ?? ''}
          width={20}
          autoComplete="tel"
          maxLength={40}
        />
        <Radios
          {...common('language')}
          legend={t('portal.account.language')}
          options={(['en', 'cy'] as const).map((value) => ({
            value,
            label: t(`portal.account.language.${value}`),
          }))}
          value={typed.language}
        />
        <Button>{t('portal.account.save')}</Button>
      </form>
    </PageBody>
  )
}
