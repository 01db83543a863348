// Loaded into the processes that a script starts: when the script is killed, they must not live on and hold its ports.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 500).unref()
