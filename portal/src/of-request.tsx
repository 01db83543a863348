import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { RouterContext, RouterContextProvider } from 'react-router'

type Kept = Readonly<RouterContextProvider>

const Kept = createContext<Kept | undefined>(undefined)

/** Gives the pages what their loaders put into the context of the request. */
export function OfRequest({ kept, children }: { kept: Kept; children: ReactNode }) {
  return <Kept value={kept}>{children}</Kept>
}

/**
 * What a loader of this page put into the context of the request. Unlike the data that a loader returns it is not
 * written out for a script in the browser, which no page has: of a long form that took most of the time.
 */
export function useOfRequest<Value>(key: RouterContext<Value>): Value {
  const kept = useContext(Kept)
  if (!kept) throw new Error('This page is not drawn for a request.')
  return kept.get(key)
}
