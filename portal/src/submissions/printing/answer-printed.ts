import { redirect } from 'react-router'
import type { Printed } from '../../printer.ts'
import type { CopyDocument } from './copy-document.ts'

type Asked = Pick<CopyDocument, 'reference' | 'size'> & { page: string }

/** A PDF as a download that is named for its reference alone; the page that shows the same where there is none. */
export function answerPrinted(printed: Printed, { reference, size, page }: Asked): Response {
  if (printed.outcome !== 'printed') return redirect(`${page}?pdf=${printed.outcome}`)
  const name = `${reference}${size === 'large' ? '-large-print' : ''}`
  return new Response(printed.pdf, {
    headers: {
      'content-type': 'application/pdf',
      // References are letters, digits and hyphens; nothing else gets into a header.
      'content-disposition': `attachment; filename="${name.replaceAll(/[^\w-]/g, '')}.pdf"`,
      'cache-control': 'no-store',
    },
  })
}
