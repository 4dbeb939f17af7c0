import { callChannel, eventChannel } from '@shared/channels';
import type { PushEvent } from '@shared/contract';
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Bridge } from './bridge';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  on(handler) {
    // The Electron event stays here: it carries ports and the sender.
    const listener = (_event: IpcRendererEvent, push: PushEvent) => handler(push);
    ipcRenderer.on(eventChannel, listener);
    return () => {
      ipcRenderer.off(eventChannel, listener);
    };
  },
};

contextBridge.exposeInMainWorld('galla', bridge);
