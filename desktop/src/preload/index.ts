import { contextBridge, ipcRenderer } from 'electron'

/** What the window may ask of the main process: one small object per capability. */
const bridge = {
  server: { call: (call: unknown): Promise<unknown> => ipcRenderer.invoke('server:call', call) },
  files: { open: (fileId: string): Promise<unknown> => ipcRenderer.invoke('files:open', fileId) },
  drafts: {
    save: (draft: unknown): Promise<unknown> => ipcRenderer.invoke('drafts:save', draft),
    list: (): Promise<unknown> => ipcRenderer.invoke('drafts:list'),
    remove: (formId: string): Promise<unknown> => ipcRenderer.invoke('drafts:remove', formId),
  },
}

contextBridge.exposeInMainWorld('send', bridge)
