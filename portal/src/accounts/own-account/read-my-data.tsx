import { redirect } from 'react-router'
import type { Route } from './+types/read-my-data'
import { PageBody } from '../../PageBody.tsx'
import { fromServer } from '../../from-server.ts'
import { usePortal } from '../../use-portal.ts'
import { answersWithPage, visitorContext } from '../../visitor.ts'
import { dayAndTimeOf } from '../../submissions/times.ts'
import { AboutMe } from './AboutMe.tsx'
import { exportMyData } from './export-my-data.ts'
import { MyAdviceRead } from './MyAdviceRead.tsx'
import { MyCommentsRead } from './MyCommentsRead.tsx'
import { MyFormsRead } from './MyFormsRead.tsx'
import { MyQuestionsRead } from './MyQuestionsRead.tsx'

export function loader({ context }: Route.LoaderArgs) {
  if (!context.get(answersWithPage)) throw redirect('/account/data')
  return null
}

export async function action({ context, request }: Route.ActionArgs) {
  const visitor = context.get(visitorContext)
  context.set(answersWithPage, true)
  return fromServer(request, exportMyData(visitor))
}

/** One's own data to read and to print. */
export default function ReadMyData({ actionData }: Route.ComponentProps) {
  const { t, language } = usePortal()
  if (!actionData) return null
  return (
    <PageBody title={t('portal.data.pageTitle')} back="/account/data">
      <p className="govuk-body">
        {t('portal.data.made', { when: dayAndTimeOf(actionData.madeAt, language) })}
      </p>
      <AboutMe own={actionData} />
      <MyFormsRead submissions={actionData.submissions} />
      <MyCommentsRead comments={actionData.comments} />
      <MyQuestionsRead questions={actionData.questions} />
      <MyAdviceRead requests={actionData.advice} />
    </PageBody>
  )
}
