import path from 'node:path'
import { wordGoal } from '../bench/figures.ts'
import { keepMeasurement } from '../bench/keep-measurement.ts'
import { measureRow, type Measured } from '../bench/measure-row.ts'
import { readOptions, type BenchOptions } from '../bench/options.ts'
import { rows } from '../bench/rows.ts'
import { openStage } from '../bench/stage.ts'
import { projectFolder } from './data-folder.ts'
import { describeMachine } from './machine.ts'
import { runUntilStopped } from './run-until-stopped.ts'

const rounds = 7

await runUntilStopped(async (signal) => {
  const options = readOptions(process.argv.slice(2), rows)
  // Before anything runs: the load that is kept is that of others.
  const machine = await describeMachine()
  const measured = await measureRows(options, signal)
  if (!options.keep) return
  const file = await keepMeasurement(measured, rounds, machine)
  if (!options.json) console.log(`\nWritten to ${path.relative(projectFolder, file)}.`)
})

async function measureRows({ rows: chosen, json }: BenchOptions, signal: AbortSignal): Promise<Measured[]> {
  // With --json the lines alone stand on the standard output.
  const say = (line: string) => console.error(line)
  const stage = await openStage({ signal, say })
  try {
    const measured: Measured[] = []
    for (const row of chosen) {
      if (!json) console.log(`\n${row.id}: ${row.what}.`)
      const result = await measureRow(row, stage, { rounds, signal })
      measured.push(result)
      if (json) console.log(JSON.stringify(result))
      else print(result)
    }
    return measured
  } finally {
    await stage.close()
  }
}

function print({ value, unit, goal, met, ours, peer, sideUnit, beside }: Measured): void {
  console.log(`  ours ${ours} ${sideUnit}, the peer ${peer} ${sideUnit}`)
  console.log(`  ${met ? 'met   ' : 'MISSED'}  ${value} ${unit} (goal ${wordGoal(goal)})`)
  for (const [name, other] of Object.entries(beside))
    console.log(`          ${other.value} ${unit} of ${name} (${other.peer} ${sideUnit})`)
}
