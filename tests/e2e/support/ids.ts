let last = 0;

/** An id that no other row of this test's process has. */
export function nextId(): string {
  last += 1;
  return `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`;
}
