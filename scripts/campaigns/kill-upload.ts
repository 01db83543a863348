import { createRandom } from '@send/shared/values/seeded-random'
import { createTally, type Campaign } from './campaign.ts'
import { createAim, type Aim } from './ground/aim.ts'
import { get } from './ground/ask.ts'
import { ageFiles, checkFiles } from './ground/file-oracle.ts'
import { killDuring, onGround, type Ground } from './ground/ground.ts'
import { hashOf, newSending, sendingSteps, type Sending } from './ground/sending.ts'
import { checkAttached } from './ground/submission-oracle.ts'

const parentsAtOnce = 6

export const killUploadCampaign: Campaign = {
  id: 'kill.upload',
  title: 'a kill during uploads leaves no row without bytes, and one sweep takes what nobody knows',
  figure: 100,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const aim = createAim(random)
      const tally = createTally()
      const faults: string[] = []
      const parents = await ground.addParents(parentsAtOnce)
      for (let round = 0; round < rounds; round += 1) {
        const wave = parents.map((parent, index) =>
          newSending(ground, parent, round * parentsAtOnce + index, {
            fileBytes: 100_000 + random.below(3_000_000),
          }),
        )
        await Promise.all(wave.map((sending) => get(() => sendingSteps.start(ground, sending))))
        const { acknowledged, orphans, found } = await killWhileAttaching(ground, wave, aim)
        faults.push(...found)
        tally.add('files acknowledged before the kill', acknowledged)
        tally.add('files without a row after the kill', orphans)
        await Promise.all(wave.map((sending) => get(() => sendingSteps.attach(ground, sending))))
        for (const { parent, submissionId, file } of wave)
          faults.push(...(await checkAttached(ground, parent, { submissionId, fileHash: hashOf(file) })))
        tally.add('files', wave.length)
      }
      return { rounds, faults, facts: tally.facts }
    }),
}

async function killWhileAttaching(
  ground: Ground,
  wave: Sending[],
  aim: Aim,
): Promise<{ acknowledged: number; orphans: number; found: string[] }> {
  const requests = wave.map((sending) => () => sendingSteps.attach(ground, sending))
  const settled = await killDuring(ground, aim, requests)
  const left = await checkFiles(ground)
  // The server sweeps when it starts, what is older than a day.
  await ageFiles(ground)
  await ground.stack.startServer()
  const swept = await checkFiles(ground)
  return {
    acknowledged: settled.filter(({ kind }) => kind === 'answered').length,
    orphans: left.orphans.length,
    found: [
      ...left.faults,
      ...swept.faults,
      ...swept.orphans.map((file) => `after a sweep ${file} is still there and no row knows it`),
    ],
  }
}
