// Matches children of a file in a process of its own and prints by how many megabytes it grew meanwhile. What the
// first children need, such as the program itself and its connection, is there before.
import { readFile } from 'node:fs/promises'
import { openDatabase } from '@send/server/database/client'
import { weighAll, type Rows } from './weigh.ts'

const [file = '', count = '0'] = process.argv.slice(2)
const rows = (JSON.parse(await readFile(file, 'utf8')) as Rows).slice(0, Number(count))
const { database, close } = openDatabase(process.env.DATABASE_URL ?? '', { connections: 1 })
await weighAll(database, rows.slice(0, 200), () => {})
const before = process.memoryUsage.rss()
let most = before
const look = () => (most = Math.max(most, process.memoryUsage.rss()))
const looking = setInterval(look, 10)
await weighAll(database, rows, look)
clearInterval(looking)
console.log((most - before) / 1_000_000)
await close()
