import { checkBoundaries } from './checks/boundaries.ts'
import { checkDependencies } from './checks/dependencies.ts'
import { checkMigrations } from './checks/migrations.ts'
import { checkRequirements } from './checks/requirements.ts'
import { describeFailure, type Outcome } from './outcome.ts'
import { runCommand } from './run-command.ts'

/** One part of the check: its name, and what is wrong as printable lines (none when all is well). */
export type CheckStep = { name: string; run: () => Promise<string[]> }

export const checkSteps: CheckStep[] = [
  command('the format is prettier’s', 'pnpm', ['exec', 'prettier', '--check', '--log-level=warn', '.']),
  command('the pages of the portal have their types', 'pnpm', ['--filter', '@send/portal', 'typegen']),
  ...['.', 'shared', 'server', 'portal', 'desktop'].map((folder) =>
    command(`the types of ${folder === '.' ? 'the scripts' : folder} hold`, 'pnpm', [
      'exec',
      'tsc',
      '-p',
      folder,
    ]),
  ),
  command('the lint is clean, types included', 'pnpm', ['exec', 'oxlint', '--type-aware', '--deny-warnings']),
  command('nothing is unused', 'pnpm', ['exec', 'knip', '--no-progress', '--no-config-hints']),
  { name: 'every import goes an allowed way', run: checkBoundaries },
  { name: 'every dependency is above its floor', run: checkDependencies },
  { name: 'the migrations are in step with the tables', run: checkMigrations },
  { name: 'every security requirement names tests that are there', run: checkRequirements },
]

function command(name: string, program: string, programArguments: string[]): CheckStep {
  return {
    name,
    async run() {
      const { ok, output } = await runCommand(program, programArguments)
      return ok ? [] : [output.trim() || `${program} ${programArguments.join(' ')} failed`]
    },
  }
}

/** Runs every step, prints a line for each, and counts. */
export async function runChecks(): Promise<Outcome> {
  const failures: string[] = []
  for (const step of checkSteps) {
    const started = performance.now()
    const problems = await step.run()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${problems.length === 0 ? 'passed' : 'FAILED'}  ${step.name} (${seconds} s)`)
    for (const problem of problems) console.log(problem.replace(/^/gm, '        '))
    if (problems.length > 0) failures.push(describeFailure(step.name, problems.join('\n')))
  }
  return { passed: checkSteps.length - failures.length, failures, skipped: 0 }
}
