import { redirect } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import { serverApi } from '../../api.ts'
import type { ServerOutputs } from '../../api.ts'
import { fromServer } from '../../from-server.ts'
import { visitorContext } from '../../visitor.ts'

export type OwnAccount = ServerOutputs['ownAccount']['get']
type PageArgs = { context: Readonly<RouterContextProvider>; request: Request }

/** One's own account; whoever is not signed in signs in first and comes back. */
export async function getOwnAccount({ context, request }: PageArgs): Promise<OwnAccount> {
  return fromServer(request, serverApi(context.get(visitorContext)).ownAccount.get.query({}))
}

/** As `getOwnAccount`, for what is guarded: the password is asked for before anything is typed, not after. */
export async function getOwnAccountAfterPassword(args: PageArgs): Promise<OwnAccount> {
  const account = await getOwnAccount(args)
  const { pathname } = new URL(args.request.url)
  if (!account.passwordIsRecent)
    throw redirect(`/account/confirm-password?returnTo=${encodeURIComponent(pathname)}`)
  return account
}
