/** Whether this machine can say what day it is there. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.trim() !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
