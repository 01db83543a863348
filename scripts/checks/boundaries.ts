import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from '../data-folder.ts'
import { runCommand } from '../run-command.ts'

/** The capabilities of the server in the order of the flow: each imports only itself and those before it. */
const serverOrder = [
  ['database', 'jobs', 'files', 'mail', 'audit', 'accounts'],
  ...['forms', 'people', 'submissions', 'involvements', 'chronology', 'documents', 'timelines', 'plans'].map(
    (name) => [name],
  ),
  ['messages'],
  ['suspense'],
  ['administration'],
]

type Import = { from: string; to: string }

/** Every import that goes a way it may not, each with a sentence. */
export async function checkBoundaries(): Promise<string[]> {
  const { output } = await runCommand('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '*.ts',
    '*.tsx',
  ])
  const files = output.split('\n').filter((file) => /^(shared|server|portal|desktop)\/src\//.test(file))
  const imports = (await Promise.all(files.map(listImports))).flat()
  return [...imports.flatMap(faultOf), ...(await listOverlongFiles(files))]
}

async function listImports(file: string): Promise<Import[]> {
  const text = await readFile(path.join(projectFolder, file), 'utf8')
  const found = text.matchAll(
    /^\s*(?:import|export)\s(?<types>type\s)?(?:[^'"]*?\sfrom\s)?['"](?<name>[^'"]+)['"]/gm,
  )
  return [...found].map(({ groups }) => {
    const name = groups?.name ?? ''
    const target = name.startsWith('.')
      ? path.join(path.dirname(file), name)
      : name.replace(/^@send\/(\w+)\//, '$1/src/')
    return { from: file, to: groups?.types ? `type:${target}` : target }
  })
}

function faultOf({ from, to }: Import): string[] {
  const say = (sentence: string) => [`${from} imports ${to}: ${sentence}`]
  const target = to.replace('type:', '')
  const [here, there] = [packageOf(from), packageOf(target)]
  if (!there)
    return here === 'shared' && target.startsWith('node:') ? say('shared is pure and knows no Node.') : []
  if (here === 'shared' && there !== 'shared') return say('shared imports nothing of ours.')
  if (here === 'server' && there !== 'server' && there !== 'shared') return say('server imports only shared.')
  if (here === 'portal' && there === 'desktop') return say('the portal knows nothing of the desktop.')
  if (there === 'server' && here !== 'server' && to !== 'type:server/src/router') {
    return say('clients know only the type of the router: import type from @send/server/router.')
  }
  if (here === 'desktop' && there === 'portal' && !/^portal\/src\/(forms\/questions|design)\//.test(target)) {
    return say('of the portal, the desktop may import only forms/questions and design.')
  }
  return here === 'server' && !from.includes('.test.') ? serverFault(from, target, say) : []
}

function serverFault(from: string, target: string, say: (sentence: string) => string[]): string[] {
  const [here, there] = [rankOf(from), rankOf(target)]
  if (here === undefined || there === undefined || there <= here) return []
  return say(`${roomOf(target)} is to the right of ${roomOf(from)}; join them by a job, or move the step.`)
}

function packageOf(file: string): string | undefined {
  return /^(shared|server|portal|desktop)\/src\//.exec(file)?.[1]
}

function roomOf(file: string): string | undefined {
  return /^server\/src\/(\w+)\//.exec(file)?.[1]
}

function rankOf(file: string): number | undefined {
  const room = roomOf(file)
  const rank = serverOrder.findIndex((rooms) => room !== undefined && rooms.includes(room))
  return rank === -1 ? undefined : rank
}

async function listOverlongFiles(files: string[]): Promise<string[]> {
  const lengths = await Promise.all(
    files.map(async (file) => {
      const lines = (await readFile(path.join(projectFolder, file), 'utf8')).split('\n').length
      const most = file.includes('.test.') ? 600 : 400
      return lines > most ? [`${file} has ${lines} lines; the most is ${most}. Split it by subject.`] : []
    }),
  )
  return lengths.flat()
}
