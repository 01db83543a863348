import { redirect } from 'react-router'
import type { Route } from './+types/language'
import { languageCookie, setCookie } from '../host/cookies.ts'
import { safeReturnTo } from '../host/return-to.ts'

const secondsInYear = 365 * 24 * 60 * 60

/** Remembers the language and shows the same page in it. */
export function loader({ params, request }: Route.LoaderArgs) {
  const returnTo = safeReturnTo(new URL(request.url).searchParams.get('returnTo'))
  const language = params.language === 'cy' ? 'cy' : 'en'
  return redirect(returnTo, { headers: { 'set-cookie': setCookie(languageCookie, language, secondsInYear) } })
}
