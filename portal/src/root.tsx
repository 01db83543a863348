import type { ReactNode } from 'react'
import { Links, Outlet } from 'react-router'
import type { Route } from './+types/root'
import { ErrorPage } from './ErrorPage.tsx'
import { Frame } from './Frame.tsx'
import { secondsUntil } from './accounts/seconds-until.ts'
import { findMe } from './api.ts'
import './design/portal.scss'
import { usePortal } from './use-portal.ts'
import { visitorContext } from './visitor.ts'

/** What the frame of every page needs; never fails, so that even an error page has its frame. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext)
  const me = await findMe(visitor)
  const { pathname, search } = new URL(request.url)
  return {
    language: visitor.language,
    face: visitor.face,
    nonce: visitor.nonce,
    path: `${pathname}${search}`,
    name: me?.name,
    sessionSeconds: me?.secondStep ? secondsUntil(me.expiresAt) : undefined,
  }
}

/** The document. No page needs React in the browser, so none sends it: one small script of our own is all. */
export function Layout({ children }: { children: ReactNode }) {
  const { language, nonce, sessionSeconds, t } = usePortal()
  const session =
    sessionSeconds === undefined
      ? {}
      : {
          'data-session-seconds': sessionSeconds,
          'data-session-title': t('portal.session.title'),
          'data-session-text': t('portal.session.text'),
          'data-session-stay': t('portal.session.stay'),
          'data-session-over-title': t('portal.session.overTitle'),
          'data-session-over': t('portal.session.over'),
          'data-session-close': t('portal.session.close'),
        }
  return (
    <html
      lang={language}
      className="govuk-template"
      data-show-password={t('portal.password.show')}
      data-hide-password={t('portal.password.hide')}
      {...session}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#1d70b8" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
      </head>
      <body className="govuk-template__body">
        <Frame>{children}</Frame>
        <script type="module" src="/enhance.js" nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />
}
