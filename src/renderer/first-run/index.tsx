export default function FirstRun(_: { locale: string }) {
  return null;
}
