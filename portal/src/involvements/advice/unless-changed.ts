import { refusalId } from '../../api.ts'

/** What the server did; undefined where somebody else was quicker, and the request has its answer already. */
export async function unlessChanged<Result>(call: Promise<Result>): Promise<Result | undefined> {
  try {
    return await call
  } catch (error) {
    if (refusalId(error) === 'conflict') return undefined
    throw error
  }
}
