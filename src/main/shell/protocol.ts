import { appOrigin, appScheme } from '@shared/channels';
import { protocol } from 'electron';
import { createRendererFiles, type ExtraPages } from './renderer-files';

/** Before `ready`: makes `app:` a scheme with origins, a secure context and a code cache. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** After `ready`: serves the built renderer. */
export function serveApp(rendererRoot: string, pages: ExtraPages): void {
  protocol.handle(appScheme, createRendererFiles(rendererRoot, appOrigin, pages));
}
