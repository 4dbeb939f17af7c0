export function Counter() {
  return null;
}
