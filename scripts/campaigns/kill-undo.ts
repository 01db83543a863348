import { readWholeDatabase } from '@send/server/testing/whole-database'
import { listRestorationFaults } from '@send/server/testing/not-restored'
import { newId } from '@send/shared/values/ids'
import { createRandom, type Random } from '@send/shared/values/seeded-random'
import { createTally, type Campaign } from './campaign.ts'
import { createAim } from './ground/aim.ts'
import { get } from './ground/ask.ts'
import { killDuring, onGround, type Ground } from './ground/ground.ts'
import { holdChildren } from './ground/held-children.ts'
import { approve, letSenderIn, settle, type Work } from './ground/settle-child.ts'
import { checkUndone } from './ground/undo-oracle.ts'

const officersAtOnce = 4
/** Jobs weigh the children of this campaign against one another; whether one waits or is settled, its oracle says. */
const weighed = ['incoming_children.state']

type Undo = Work & { stamp: string; accessIds: string[]; key: string }

export const killUndoCampaign: Campaign = {
  id: 'kill.undo',
  title: 'no undo of a match is half done, lost or doubled when the server is killed in the midst of it',
  figure: 100,
  run: ({ rounds, seed }) =>
    onGround(async (ground) => {
      const random = createRandom(seed)
      const aim = createAim(random)
      const tally = createTally()
      const faults: string[] = []
      const officers = await ground.addOfficers(officersAtOnce)
      const [known, ...children] = await holdChildren(ground, officersAtOnce + 1)
      const [first] = officers
      if (!known || !first) throw new Error('There are children and officers')
      const person = await settle({ officer: first, child: known })
      const wave = officers.flatMap((officer, index): Work[] => {
        const child = children[index]
        return child ? [{ officer, child }] : []
      })
      for (let round = 0; round < rounds; round += 1) {
        const before = await readWholeDatabase(ground.accounts.ownerDatabase)
        const undos = await Promise.all(wave.map((work) => matchAndLook(ground, work, random, person)))
        const requests = undos.map((undo) => () => undoMatch(undo))
        for (const { kind } of await killDuring(ground, aim, requests))
          tally.add(kind === 'unknown' ? 'requests without an answer' : 'requests answered before the kill')
        faults.push(...(await checkUndone(ground)))
        await ground.stack.startServer()
        const told = await Promise.all(requests.map((request) => get(request)))
        tally.add('undos', new Set(told).size)
        faults.push(...(await checkUndone(ground)))
        const after = await readWholeDatabase(ground.accounts.ownerDatabase)
        faults.push(...listRestorationFaults(before, after, weighed).map((fault) => JSON.stringify(fault)))
        if (faults.length > 0) break
      }
      const logged = await countLogged(ground)
      if (logged !== tally.facts.undos)
        faults.push(`${logged} undos are in the log instead of ${tally.facts.undos}`)
      if (!tally.facts['requests without an answer']) faults.push('no kill came in the midst of a request')
      return { rounds, faults, facts: tally.facts }
    }),
}

/** A match with everything that an undo takes back, and what its officer saw of that. */
async function matchAndLook(ground: Ground, work: Work, random: Random, known: string): Promise<Undo> {
  const { officer, child } = work
  const { incomingChildId } = child
  const isKnown = random.chance(0.5)
  const personId = await settle(work, isKnown ? known : undefined)
  await approve(work)
  if (!isKnown) await letSenderIn(ground, work, personId)
  const preview = await get(() => officer.api.undoneMatches.getPreview.query({ incomingChildId }))
  return { ...work, stamp: preview.stamp, accessIds: preview.proposedAccessIds, key: newId() }
}

async function undoMatch({ officer, child, stamp, accessIds, key }: Undo): Promise<string> {
  const undone = await officer.api.undoneMatches.undo.mutate({
    idempotencyKey: key,
    incomingChildId: child.incomingChildId,
    stamp,
    accessIds,
    reason: 'A cousin of the same name',
  })
  if (undone.outcome !== 'undone') throw new Error(`An officer alone is told ${undone.outcome}`)
  return undone.undoneMatchId
}

async function countLogged({ sql }: Ground): Promise<number> {
  const [row] = await sql<{ number: number }[]>`select count(*)::int as number from undone_matches`
  return row?.number ?? 0
}
