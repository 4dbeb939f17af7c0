const storedAt = (staffId: string) => `galla.recent.${staffId}`;
const most = 5;

/** Ids of the pages and actions this person chose last on this till, the latest first. Never of records: whom they looked for is nobody's business. */
export function recentOf(staffId: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storedAt(staffId)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

export function remember(staffId: string, id: string): void {
  const others = recentOf(staffId).filter((each) => each !== id);
  localStorage.setItem(storedAt(staffId), JSON.stringify([id, ...others].slice(0, most)));
}
