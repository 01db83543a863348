import { data, redirect } from 'react-router'
import { refusalId } from './api.ts'
import type { Kept } from './submissions/kept.ts'

const statuses: Record<string, number> = {
  'not-found': 404,
  'bad-input': 404,
  'not-allowed': 403,
  'switched-off': 410,
  'too-many-tries': 429,
  conflict: 409,
  unavailable: 503,
}

/** Whether a refusal means that the person has to sign in (again). */
export function isSignInRefusal(id: string): boolean {
  return id === 'sign-in-needed' || id === 'second-step-needed'
}

/** Waits for the server; a refusal becomes the sign-in page or an error page in plain words. */
export async function fromServer<Result>(request: Request, call: Promise<Result>): Promise<Result> {
  try {
    return await call
  } catch (error) {
    const id = refusalId(error)
    if (isSignInRefusal(id) || id === 'password-needed') {
      const { pathname, search } = new URL(request.url)
      const returnTo = request.method === 'GET' ? `${pathname}${search}` : pathname
      const page = id === 'password-needed' ? '/account/confirm-password' : '/sign-in'
      throw redirect(`${page}?returnTo=${encodeURIComponent(returnTo)}`)
    }
    console.error(`The server refused ${new URL(request.url).pathname.split('/')[1]}: ${id}`)
    throw data(null, { status: statuses[id] ?? 500 })
  }
}

/** As `fromServer`, for the steps of signing in: a form that was kept comes along whatever goes wrong. */
export async function fromServerKeeping<Result>(
  request: Request,
  call: Promise<Result>,
  kept: Kept | undefined,
): Promise<Result> {
  if (!kept) return fromServer(request, call)
  try {
    return await call
  } catch (error) {
    throw data(kept, { status: isSignInRefusal(refusalId(error)) ? 401 : 503 })
  }
}
