import { safeStorage } from 'electron';

/**
 * The system's keyring. On Linux without one Electron would "encrypt" with a password that everybody knows: that is
 * worth no more than a file, and is not called a keyring here.
 */
export const keyVault = {
  isAvailable(): boolean {
    if (!safeStorage.isEncryptionAvailable()) return false;
    return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
  },
  seal: (secret: string): Buffer => safeStorage.encryptString(secret),
  open: (sealed: Buffer): string => safeStorage.decryptString(sealed),
};
