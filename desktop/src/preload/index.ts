import { contextBridge, ipcRenderer } from 'electron'

/** What the window may ask of the main process: one small function per capability. */
const bridge = {
  server: { call: (call: unknown): Promise<unknown> => ipcRenderer.invoke('server:call', call) },
  files: { open: (fileId: string): Promise<unknown> => ipcRenderer.invoke('files:open', fileId) },
}

contextBridge.exposeInMainWorld('send', bridge)
