import { code128Modules } from '@shared/codes';
import type { Bill, BusinessSettings } from '@shared/contract';
import {
  type Bitmap,
  type Block,
  type CodeBlock,
  drawBitmap,
  type ReceiptDocument,
  type TableBlock,
  withUnits,
} from '@shared/paper';
import { billReceipt, trainingPaper } from '@shared/receipt';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { encode as encodeQr } from 'uqr';
import { useTill } from '../shop';
import { Picture } from './Picture';
import styles from './Receipt.module.css';

interface Props {
  readonly bill: Bill;
  readonly settings: BusinessSettings;
}

/** A bill as the printer puts it on paper, from the same blocks and in the shop's language. */
export function Receipt({ bill, settings }: Props) {
  const { t } = useTranslation();
  const { training } = useTill();
  const paper = useMemo(() => {
    const receipt = billReceipt(bill, settings, 'original');
    return training ? trainingPaper(receipt) : receipt;
  }, [bill, settings, training]);
  return <Paper paper={paper} label={t('receipt.label', { number: bill.number })} />;
}

/** Any paper of the shop. React escapes the names. */
export function Paper({ paper, label = paper.title }: { paper: ReceiptDocument; label?: string }) {
  return (
    <article className={styles.paper} aria-label={label} lang={paper.language} data-selectable>
      {paper.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a paper never change their order
        <BlockView key={index} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.is) {
    case 'text':
      return (
        <p
          className={styles.text}
          data-align={block.align}
          data-bold={block.bold}
          data-size={block.size}
          data-inverse={block.inverse}
        >
          {block.text}
        </p>
      );
    case 'pair':
      return (
        <dl className={styles.pair} data-bold={block.bold} data-size={block.size}>
          <dt>{block.name}</dt>
          <dd>{block.value}</dd>
        </dl>
      );
    case 'table':
      return <TableView table={block} />;
    case 'rule':
      return <hr className={styles.rule} />;
    case 'picture':
      return <Picture picture={block.picture} label="" className={styles.picture} />;
    case 'code':
      return <CodeView code={block} />;
  }
}

function TableView({ table }: { table: TableBlock }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {table.head.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a paper never change their order
          <tr key={index}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor do its columns
              <td key={column}>{column === 0 ? withUnits(cell) : cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CodeView({ code }: { code: CodeBlock }) {
  const picture = useMemo(() => pictureOf(code), [code]);
  return (
    <figure className={styles.code} data-kind={code.kind}>
      <Picture picture={picture} label={code.caption} className={styles.modules} />
      <figcaption>{code.caption}</figcaption>
    </figure>
  );
}

/** The style gives it its size. */
function pictureOf({ kind, data }: CodeBlock): Bitmap {
  if (kind === 'code128') {
    const bars = code128Modules(data);
    return drawBitmap(bars.length, 1, (x) => bars[x] === true);
  }
  const { size, data: modules } = encodeQr(data, { ecc: 'M', border: 0 });
  // Eight dots to a module: a picture is as wide as whole bytes, and must stay square.
  return drawBitmap(size * 8, size * 8, (x, y) => modules[y >> 3]?.[x >> 3] === true);
}
