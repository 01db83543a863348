import { createReadableStreamFromReadable } from '@react-router/node'
import { PassThrough } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { ServerRouter } from 'react-router'
import type { EntryContext, RouterContextProvider } from 'react-router'
import { OfRequest } from './of-request.tsx'
import { visitorContext } from './visitor.ts'

// The host must use these very keys: its own imports would be other copies.
export { paperAddressContext, printContext } from './printer.ts'
export { shownFaceContext } from './shown-face.ts'
export { visitorContext } from './visitor.ts'

const longestRenderMilliseconds = 10_000

/** Renders a page completely before a byte is sent, so that a failure can still be an error page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { nonce } = context.get(visitorContext)
  return new Promise((resolve, reject) => {
    let outcome = status
    const { pipe, abort } = renderToPipeableStream(
      <OfRequest kept={context}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </OfRequest>,
      {
        nonce,
        onAllReady() {
          // A timer left running would keep the whole render in memory.
          clearTimeout(timer)
          const body = new PassThrough()
          headers.set('content-type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: outcome }))
          pipe(body)
        },
        onShellError(error) {
          clearTimeout(timer)
          reject(error)
        },
        onError(error) {
          outcome = 500
          console.error(error)
        },
      },
    )
    const timer = setTimeout(abort, longestRenderMilliseconds)
  })
}
