/** The sign of the house: a cash box with its slot. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="5" fill="var(--accent-fill)" />
      <path d="M6 9.5h12M6 9.5v7h12v-7" fill="none" stroke="#fff" strokeWidth="1.8" strokeLinejoin="round" />
      <path d="M9.5 6.5h5" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="12" cy="13" r="1.5" fill="#fff" />
    </svg>
  );
}
