import { setTimeout as wait } from 'node:timers/promises'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import { partBytes } from '@send/shared/submissions/upload-parts'
import { createTally, type Campaign } from './campaign.ts'
import { ask, get } from './ground/ask.ts'
import { ageFiles, checkFiles } from './ground/file-oracle.ts'
import { onGround, type Ground } from './ground/ground.ts'
import type { Person } from './ground/person.ts'
import {
  beginResumable,
  findResumable,
  resume,
  sendUpTo,
  type ResumableUpload,
} from './ground/resumable-upload.ts'
import { hashOf, newSending, sendingSteps } from './ground/sending.ts'
import { checkAttached } from './ground/submission-oracle.ts'

const tenths = 10

type Sent = {
  parent: Person
  submissionId: string
  upload: ResumableUpload
  /** How far it is sent when the server is killed; at the last tenth the server is taking it in. */
  bytes: number
  /** How far the server said it had it before the kill. */
  acknowledged: number
}

export const killResumableCampaign: Campaign = {
  id: 'kill.resumable',
  title: 'uploads killed at every tenth go on from what was acknowledged, and each file is there once',
  figure: 30,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const tally = createTally()
      const faults: string[] = []
      const parents = await ground.addParents(tenths)
      for (let round = 0; round < rounds; round += 1) {
        const sent: Sent[] = []
        for (const [index, parent] of parents.entries())
          sent.push(await begin(ground, parent, { number: round * tenths + index, tenth: index + 1, random }))
        const lines = sent.map(({ parent, upload, bytes }) => ask(() => sendUpTo(parent, upload, bytes)))
        await Promise.all(sent.map(waitUntilAcknowledged))
        await ground.stack.killServer()
        await Promise.all(lines)
        faults.push(...(await checkFiles(ground)).faults)
        await ground.stack.startServer()
        for (const each of sent) faults.push(...(await goOn(ground, each)))
        await ageFiles(ground)
        tally.add('uploads', sent.length)
        tally.add(
          'parts acknowledged before the kill',
          sent.reduce((sum, { acknowledged }) => sum + Math.floor(acknowledged / partBytes), 0),
        )
      }
      const { faults: loose } = await checkFiles(ground)
      return { rounds, faults: [...faults, ...loose], facts: tally.facts }
    }),
}

async function begin(
  ground: Ground,
  parent: Person,
  { number, tenth, random }: { number: number; tenth: number; random: Random },
): Promise<Sent> {
  // From three parts to twelve, so that every tenth but the first ones has whole parts.
  const fileBytes = 3 * partBytes + random.below(9 * partBytes)
  const sending = newSending(ground, parent, number, { fileBytes })
  await get(() => sendingSteps.start(ground, sending))
  const { submissionId, file } = sending
  const target = { submissionId, questionId: ground.form.fileId }
  const upload = await get(() => beginResumable(ground.stack, parent, target, file))
  const bytes = Math.floor((file.length * tenth) / tenths)
  return { parent, submissionId, upload, bytes, acknowledged: 0 }
}

/** Waits until every whole part that was sent is acknowledged; of a file that is complete, all but its last. */
async function waitUntilAcknowledged(sent: Sent): Promise<void> {
  const whole = Math.floor(Math.min(sent.bytes, sent.upload.file.length - 1) / partBytes) * partBytes
  for (let attempt = 0; attempt < 400 && sent.acknowledged < whole; attempt += 1) {
    await wait(10)
    sent.acknowledged = (await get(() => findResumable(sent.parent, sent.upload))).offset
  }
}

/** Goes on as a browser does, finishes twice, and sends the same file once more as if no answer had come. */
async function goOn(ground: Ground, sent: Sent): Promise<string[]> {
  const { parent, upload, submissionId, acknowledged } = sent
  const found = await get(() => findResumable(parent, upload))
  const outcomes = [await get(() => resume(parent, upload)), await get(() => resume(parent, upload))]
  const target = { submissionId, questionId: ground.form.fileId }
  const again = await get(() => beginResumable(ground.stack, parent, target, upload.file))
  outcomes.push(await get(() => resume(parent, again)))
  return [
    ...(found.offset < acknowledged
      ? [`${submissionId} had ${acknowledged} bytes before the kill and ${found.offset} after it`]
      : []),
    ...(outcomes.every((outcome) => outcome === 'attached')
      ? []
      : [`${submissionId} ended as ${outcomes.join(', ')}`]),
    ...(await checkAttached(ground, parent, { submissionId, fileHash: hashOf(upload.file) })),
  ]
}
