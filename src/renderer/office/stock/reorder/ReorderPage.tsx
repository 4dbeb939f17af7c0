import { Button, Checkbox, Select } from '@mantine/core';
import type { ReorderGroup, ReorderLine } from '@shared/contract';
import type { Quantity } from '@shared/money';
import { IconBrandWhatsapp, IconCopy, IconPackages, IconTruckDelivery } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import '../../report-words';
import { asFailure, call, useLive } from '../../../live';
import { useFormat, useMay } from '../../../shop';
import { EmptyState, FailureState, toast } from '../../../ui';
import { Page, QuantityInput } from '../../../ui/office';
import { Loaded, type RowColumn, RowTable } from '../../parts';
import { SaveAs } from '../../reports';
import { Skeletons } from '../../Skeletons';
import { useBegin } from '../purchases/useBegin';
import { StockSections } from '../StockSections';
import stock from '../stock.module.css';

/** What nobody knows the supplier of, in a list of ids. */
const unknown = 'unknown';

/** What has come down to its reorder level, by whom it was bought from last; ticked lines become a purchase or a message. */
export function ReorderPage() {
  const { t } = useTranslation();
  const groups = useLive('purchases.reorderGroups', {}, { keep: true });
  const [chosen, setChosen] = useState<string | null>(null);
  const list = groups.data ?? [];
  const group = list.find((each) => (each.supplierId ?? unknown) === chosen) ?? list[0];
  // The supplier on the screen stays there, whoever else comes onto the list before them: its ticks are being set.
  const shown = group ? (group.supplierId ?? unknown) : chosen;
  if (shown !== chosen) setChosen(shown);
  if (groups.state === 'failed' && !groups.data) {
    return (
      <Page title={t('office.reorder.title')} note={<StockSections />}>
        <FailureState failure={groups.failure} onRetry={groups.retry} />
      </Page>
    );
  }
  if (!group) {
    return (
      <Page title={t('office.reorder.title')} note={<StockSections />}>
        {groups.state === 'loading' ? (
          <Skeletons rows={8} />
        ) : (
          <EmptyState icon={<IconPackages size={40} stroke={1.5} />} title={t('office.reorder.none')}>
            {t('office.reorder.noneHint')}
          </EmptyState>
        )}
      </Page>
    );
  }
  return <Order key={group.supplierId ?? unknown} group={group} groups={list} onChoose={setChosen} />;
}

interface Props {
  readonly group: ReorderGroup;
  readonly groups: readonly ReorderGroup[];
  readonly onChoose: (supplier: string | null) => void;
}

/** What a person has said of a line; what is suggested holds otherwise. */
interface Said {
  readonly on?: boolean;
  /** Null while it cannot be read. */
  readonly quantity?: Quantity | null;
}

function Order({ group, groups, onChoose }: Props) {
  const { t } = useTranslation();
  const mayExport = useMay('reports.view');
  const begin = useBegin();
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(new Map());
  const lines = useLive('purchases.reorder', { supplierId: group.supplierId, limit: 200 }, { keep: true });
  const rows = lines.data?.rows ?? [];
  const isOn = ({ id, suggested }: ReorderLine) => said.get(id)?.on ?? suggested > 0;
  const quantityOf = ({ id, suggested }: ReorderLine) => {
    const own = said.get(id)?.quantity;
    return own === undefined ? suggested : own;
  };
  const say = (id: string, part: Said) => setSaid(new Map(said).set(id, { ...said.get(id), ...part }));
  const ticked = rows.filter(isOn);
  const goods = ticked.flatMap((line) => {
    const quantity = quantityOf(line);
    return quantity === null || quantity === 0 ? [] : [{ productId: line.id, quantity }];
  });
  const isReady = goods.length > 0 && goods.length === ticked.length;
  const supplier = group.supplierId === null ? {} : { supplierId: group.supplierId };
  const columns = useColumns({ isOn, quantityOf, say });
  const tell = async (by: 'copy' | 'messenger') => {
    try {
      const { text, link } = await call('purchases.orderText', { ...supplier, lines: goods });
      if (by === 'messenger' && link !== null) await call('system.openExternal', { url: link });
      else {
        await navigator.clipboard.writeText(text);
        toast.done(() => t(by === 'copy' ? 'office.reorder.copied' : 'office.reorder.tooLong'));
      }
    } catch (error) {
      toast.refused(asFailure(error));
    }
  };
  return (
    <Page
      title={t('office.reorder.title')}
      note={<StockSections />}
      actions={
        <>
          {mayExport && <SaveAs question={{ report: 'reorder' }} />}
          <Button
            variant="default"
            leftSection={<IconCopy size={18} stroke={1.6} />}
            disabled={!isReady}
            onClick={() => void tell('copy')}
          >
            {t('office.reorder.copy')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconBrandWhatsapp size={18} stroke={1.6} />}
            disabled={!isReady}
            onClick={() => void tell('messenger')}
          >
            {t('office.reorder.message')}
          </Button>
          <Button
            leftSection={<IconTruckDelivery size={18} stroke={1.6} />}
            loading={begin.pending}
            disabled={!isReady}
            onClick={() => void begin.run({ ...supplier, products: goods })}
          >
            {t('office.reorder.make', { count: goods.length })}
          </Button>
        </>
      }
      filters={
        <Select
          w={320}
          searchable
          allowDeselect={false}
          aria-label={t('office.purchases.supplier')}
          data={groups.map(({ supplierId, supplier: name, products }) => ({
            value: supplierId ?? unknown,
            label: `${name ?? t('office.reorder.unknown')} (${products})`,
          }))}
          value={group.supplierId ?? unknown}
          onChange={onChoose}
        />
      }
    >
      <Loaded of={lines} rows={8}>
        {({ total }) => (
          <>
            <RowTable label={t('office.reorder.title')} columns={columns} rows={rows} isMuted={(line) => !isOn(line)} />
            {total > rows.length && (
              <p className={stock.quiet}>{t('office.reorder.more', { count: total - rows.length })}</p>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface Ticks {
  readonly isOn: (line: ReorderLine) => boolean;
  readonly quantityOf: (line: ReorderLine) => Quantity | null;
  readonly say: (id: string, part: Said) => void;
}

function useColumns({ isOn, quantityOf, say }: Ticks): readonly RowColumn<ReorderLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'on',
        title: t('office.reorder.include'),
        isUntitled: true,
        width: '44px',
        cell: (line) => (
          <Checkbox
            aria-label={t('office.reorder.orderNamed', { name: line.name })}
            checked={isOn(line)}
            onChange={(event) => say(line.id, { on: event.currentTarget.checked })}
          />
        ),
      },
      {
        key: 'name',
        title: t('office.purchases.product'),
        cell: ({ id, name }) => (
          <Link href={`/stock/${id}`} className={stock.link ?? ''}>
            {name}
          </Link>
        ),
      },
      {
        key: 'stock',
        title: t('office.stock.level'),
        align: 'end',
        cell: ({ stock: level, unit }) => format.quantityOf(level, unit),
      },
      {
        key: 'reorder',
        title: t('office.stock.reorderAt'),
        align: 'end',
        cell: ({ reorderLevel, unit }) => format.quantityOf(reorderLevel, unit),
      },
      {
        key: 'sold',
        title: t('office.reorder.sold'),
        align: 'end',
        cell: ({ sold, unit }) => format.quantityOf(sold, unit),
      },
      {
        key: 'drafted',
        title: t('office.reorder.inDrafts'),
        align: 'end',
        cell: ({ inDrafts, unit }) => inDrafts !== 0 && format.quantityOf(inDrafts, unit),
      },
      {
        key: 'quantity',
        title: t('office.reorder.quantity'),
        width: '150px',
        cell: (line) => (
          <QuantityInput
            aria-label={t('office.reorder.quantityNamed', { name: line.name })}
            unit={line.unit}
            value={quantityOf(line)}
            onChange={(quantity) => say(line.id, { quantity })}
            error={isOn(line) && !quantityOf(line) && t('office.reorder.missingQuantity')}
          />
        ),
      },
    ],
    [t, format, isOn, quantityOf, say],
  );
}
