// Stands in for the default app of a test Electron: starts the app folder named on the command line, and answers
// `better-sqlite3` with libsql, which has the same API, because that Electron's Node-API is too old for it.
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { app } = require('electron')

const resolveFilename = Module._resolveFilename
Module._resolveFilename = function (request, ...rest) {
  const name = request === 'better-sqlite3' ? path.join(__dirname, 'node_modules/libsql') : request
  return resolveFilename.call(this, name, ...rest)
}

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(manifest.productName ?? manifest.name)
require(path.join(folder, manifest.main))
