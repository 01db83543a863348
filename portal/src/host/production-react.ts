// React takes its build for development, several times slower, unless it is told otherwise before it is first loaded.
process.env['NODE_ENV'] ??= 'production'
