import { mostDescription } from '@send/shared/submissions/file-settings'
import { data, redirect } from 'react-router'
import type { Route } from './+types/describe-file'
import { PageBody } from '../PageBody.tsx'
import { readPosted } from '../accounts/posted-fields.ts'
import { serverApi } from '../api.ts'
import { Button } from '../design/Button.tsx'
import { TextInput } from '../design/TextInput.tsx'
import { fromServer } from '../from-server.ts'
import { usePortal } from '../use-portal.ts'
import { visitorContext } from '../visitor.ts'
import { getMyDraft } from './mine.ts'

/** The file that is described; one that was taken out meanwhile is not found. */
export async function loader(args: Route.LoaderArgs) {
  const submission = await getMyDraft(args)
  const file = submission.files.find(({ fileId }) => fileId === args.params.fileId)
  if (!file) throw data(null, { status: 404 })
  const { name, description } = file
  return { name, description: description ?? '', back: pageOf(args) }
}

/** Keeps what was said and goes back to the files of the question. */
export async function action(args: Route.ActionArgs) {
  const { context, params, request } = args
  const description = (await readPosted(request))('description').slice(0, mostDescription)
  const { submissionId, fileId } = params
  const api = serverApi(context.get(visitorContext))
  await fromServer(request, api.submissions.describeFile.mutate({ submissionId, fileId, description }))
  return redirect(pageOf(args))
}

/** The page of the question, from which somebody may have come by way of checking the answers. */
function pageOf({ params, request }: { params: Route.LoaderArgs['params']; request: Request }): string {
  const from = new URL(request.url).searchParams.get('from') === 'check' ? '?from=check' : ''
  return `/submissions/${params.submissionId}/files/${params.questionId}${from}`
}

export default function DescribeFile({ loaderData }: Route.ComponentProps) {
  const { t } = usePortal()
  const { name, description, back } = loaderData
  return (
    <PageBody title={t('portal.files.describe.title', { name })} back={back}>
      <form method="post" noValidate>
        <TextInput
          id="description"
          name="description"
          label={t('portal.files.describe.label')}
          hint={t('portal.files.describe.hint')}
          errorPrefix={t('portal.error.prefix')}
          value={description}
          maxLength={mostDescription}
        />
        <Button>{t('portal.files.describe.save')}</Button>
      </form>
    </PageBody>
  )
}
