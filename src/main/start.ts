/** The first file that runs: everything else is loaded through V8's code cache, so that only the first start compiles. */
import { enableCompileCache } from 'node:module';
import { app } from 'electron';
import { compileCacheFolder } from './compile-cache';

// What cannot be written is not cached: then every start is a first one, and nothing worse.
enableCompileCache(compileCacheFolder(app.getPath('userData')));
void import('./index');
