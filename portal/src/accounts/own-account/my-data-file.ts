import { redirect } from 'react-router'
import type { Route } from './+types/my-data-file'
import { fromServer } from '../../from-server.ts'
import { visitorContext } from '../../visitor.ts'
import { exportMyData } from './export-my-data.ts'

/** A link makes no download; it leads to the page that does. */
export function loader() {
  return redirect('/account/data')
}

/** One's own data as a file; always a download, never a page. */
export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  const own = await fromServer(request, exportMyData(visitor))
  return new Response(`${JSON.stringify(own, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-information.json"',
    },
  })
}
