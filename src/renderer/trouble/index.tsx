import type { DatabaseTrouble } from '@shared/contract';
export default function Trouble(_: { trouble: DatabaseTrouble }) {
  return null;
}
