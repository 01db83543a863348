import { serverApi } from '../../api.ts'
import type { Visitor } from '../../visitor.ts'

/** Everything that its user gave the service: what the account holds, and what they answered, said and were asked. */
export async function exportMyData(visitor: Visitor) {
  const api = serverApi(visitor)
  const { language, face } = visitor
  const own = await api.submissions.exportMine.mutate({ language })
  const { questions } = await api.senderQuestions.exportMine.mutate({})
  const { requests } =
    face === 'professional' ? await api.advice.exportMine.mutate({ language }) : { requests: [] }
  return { ...own, questions, advice: requests }
}
