import { isRouteErrorResponse } from 'react-router'
import { ErrorPage } from '../ErrorPage.tsx'
import { NotSaved } from '../submissions/NotSaved.tsx'
import { Kept } from '../submissions/kept.ts'
import { SignInForm } from './SignInForm.tsx'

/** What went wrong, with everything that was typed kept in the page where there was anything. */
export function KeptErrorPage({ error }: { error: unknown }) {
  const kept = isRouteErrorResponse(error) ? Kept.safeParse(error.data).data : undefined
  if (!kept || !isRouteErrorResponse(error)) return <ErrorPage error={error} />
  if (error.status === 401) return <SignInForm returnTo={kept.returnTo} kept={JSON.stringify(kept.form)} />
  return <NotSaved kept={kept} />
}
