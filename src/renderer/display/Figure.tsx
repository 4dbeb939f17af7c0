import type { CSSProperties } from 'react';

interface Props {
  readonly text: string;
  readonly className?: string;
}

/** A sum to be read from afar; the style makes it as large as its length allows. */
export function Figure({ text, className }: Props) {
  // proof: a custom property is a style that React's type does not name
  const style = { '--signs': text.length } as CSSProperties;
  return (
    <output className={className} style={style}>
      {text}
    </output>
  );
}
