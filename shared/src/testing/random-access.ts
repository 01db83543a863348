import { accessRights, accessSubjectKinds, type AccessEntry, type Accessor } from '../accounts/access-list.ts'
import { newId } from '../values/ids.ts'

/** A small world of users, groups, posts and teams, from which random lists and people are drawn so that they meet. */
export function buildAccessWorld(random: () => number) {
  const ids = { user: fiveIds(), group: fiveIds(), post: fiveIds(), team: fiveIds() }
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const some = <T>(from: readonly T[]): T[] => from.filter(() => random() < 0.4)

  function accessor(): Accessor {
    return {
      userId: pick(ids.user),
      groupIds: some(ids.group),
      postIds: some(ids.post),
      teamIds: some(ids.team),
    }
  }

  function entry(): AccessEntry {
    const kind = pick(accessSubjectKinds)
    const rights = some(accessRights)
    return {
      effect: random() < 0.75 ? 'allow' : 'deny',
      subject: { kind, id: pick(ids[kind]) },
      rights: rights.length > 0 ? rights : [pick(accessRights)],
    }
  }

  function entries(): AccessEntry[] {
    return Array.from({ length: Math.floor(random() * 5) }, entry)
  }

  return { accessor, entries, pick }
}

function fiveIds(): string[] {
  return Array.from({ length: 5 }, () => newId())
}
