// The real server, which ends the moment something reaches into the prototype of every object.
const look = () => Reflect.ownKeys(Object.prototype).map(String).join()
const before = look()
setInterval(() => {
  if (look() !== before) process.exit(70)
}, 20).unref()
await import('@send/server/main')
