import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { projectFolder } from './data-folder.ts'
import { describeFailure, type Outcome } from './outcome.ts'
import { runCommand } from './run-command.ts'

type Report = {
  numPassedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: {
      fullName: string
      ancestorTitles: string[]
      title: string
      status: string
      duration?: number | null
      failureMessages?: string[]
    }[]
  }[]
}

/** Runs one vitest project, shows its progress, and counts; a file that could not even be loaded counts as failed. */
export async function runVitest(
  project: string,
  environment: Record<string, string>,
  onPassed?: (titles: string[], milliseconds: number) => void,
): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-report-'))
  const file = path.join(folder, 'report.json')
  try {
    const options = [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]
    const { ok, output } = await runCommand('pnpm', ['exec', 'vitest', ...options], {
      show: true,
      environment,
    })
    const report = JSON.parse(await readFile(file, 'utf8')) as Report
    const failures = report.testResults.flatMap(listFailures)
    for (const { assertionResults } of report.testResults) {
      for (const { fullName, ancestorTitles, title, status, duration } of assertionResults) {
        if (status === 'pending' || status === 'skipped') console.log(`skipped  ${fullName}`)
        if (status === 'passed') onPassed?.([...ancestorTitles, title], duration ?? 0)
      }
    }
    // Errors outside of every test (an unhandled rejection) make vitest fail without a failed test.
    if (failures.length === 0 && !ok)
      failures.push(describeFailure(`${project}, outside of every test`, endOf(output)))
    return {
      passed: report.numPassedTests,
      failures,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch (error) {
    const failure = `the tests of ${project} could not be counted`
    return { passed: 0, failures: [describeFailure(failure, String(error))], skipped: 0 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The failed tests of a file; the file itself where it could not be loaded, or what comes before its tests failed. */
function listFailures({ name, status, message, assertionResults }: Report['testResults'][number]): string[] {
  const file = path.relative(projectFolder, name)
  const failed = assertionResults.filter((result) => result.status === 'failed')
  if (status === 'failed' && failed.length === 0) return [describeFailure(file, message)]
  return failed.map(({ fullName, failureMessages = [] }) =>
    describeFailure(`${file}: ${fullName}`, failureMessages.join('\n')),
  )
}

/** What vitest says of errors outside of the tests; else its last lines. */
function endOf(output: string): string {
  const start = output.indexOf('Unhandled Error')
  return start === -1 ? output.split('\n').slice(-20).join('\n') : output.slice(start)
}
