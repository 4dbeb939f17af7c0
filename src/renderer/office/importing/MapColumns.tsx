import { Button, Select, Table } from '@mantine/core';
import { type FileEncoding, fileEncodings, type ImportField, type ImportPreview, importFields } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { fileName } from './file-name';
import styles from './importing.module.css';

const delimiters = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof delimiters)[number];
const isDelimiter = (text: string | null): text is Delimiter => delimiters.some((each) => each === text);
const isEncoding = (text: string | null): text is FileEncoding => fileEncodings.some((each) => each === text);
const isField = (text: string | null): text is ImportField => importFields.some((each) => each === text);

/** How to read the file again: one of these at a time. */
type Reading = { encoding: FileEncoding } | { delimiter: Delimiter } | { sheet: string };

interface Props {
  readonly preview: ImportPreview;
  readonly mapping: readonly (ImportField | null)[];
  readonly pending: boolean;
  readonly onMap: (mapping: readonly (ImportField | null)[]) => void;
  readonly onReread: (how: Reading) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** The first rows as they stand in the file, and above each column what it means. */
export function MapColumns({ preview, mapping, pending, onMap, onReread, onBack, onNext }: Props) {
  const { t } = useTranslation();
  const isComplete = mapping.includes('name') && mapping.includes('price');
  /** One column for one meaning: the column that had it before loses it. */
  const assign = (column: number, field: ImportField | null) =>
    onMap(mapping.map((each, index) => (index === column ? field : each === field ? null : each)));
  return (
    <div className={styles.step}>
      <div className={styles.bar}>
        <span className={styles.file} title={preview.file} data-selectable>
          {fileName(preview.file)}
        </span>
        <ReadingFields preview={preview} disabled={pending} onReread={onReread} />
      </div>
      <section className={styles.scroll} aria-label={t('office.import.sample')}>
        <Table borderColor="var(--line)" stickyHeader aria-label={t('office.import.sample')}>
          <Table.Thead>
            <Table.Tr>
              {preview.columns.map((column, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file
                <Table.Th key={index} className={styles.column ?? ''}>
                  <div className={styles.columnName} title={column}>
                    {column || t('office.import.unnamed', { number: index + 1 })}
                  </div>
                  <Select
                    size="xs"
                    clearable
                    allowDeselect={false}
                    searchable
                    clearButtonProps={{ 'aria-label': t('office.import.ignore') }}
                    aria-label={t('office.import.meaning', { column: column || index + 1 })}
                    placeholder={t('office.import.ignore')}
                    comboboxProps={{ width: 220, position: 'bottom-start' }}
                    data={importFields.map((field) => ({ value: field, label: t(`office.import.fields.${field}`) }))}
                    value={mapping[index] ?? null}
                    onChange={(field) => assign(index, isField(field) ? field : null)}
                  />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.sample.map((row, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the file
              <Table.Tr key={number}>
                {preview.columns.map((_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the file
                  <Table.Td key={index}>
                    <div className={styles.sample} data-ignored={mapping[index] == null || undefined}>
                      {row[index]}
                    </div>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <div className={styles.foot}>
        {!isComplete && (
          <span className={styles.hint} role="status">
            {t('office.import.needs')}
          </span>
        )}
        <Button variant="default" onClick={onBack}>
          {t('office.import.otherFile')}
        </Button>
        <Button disabled={!isComplete} loading={pending} onClick={onNext}>
          {t('office.import.check')}
        </Button>
      </div>
    </div>
  );
}

interface ReadingProps {
  readonly preview: ImportPreview;
  readonly disabled: boolean;
  readonly onReread: (how: Reading) => void;
}

/** For when the letters look wrong, everything is in one column, or it is another sheet. */
function ReadingFields({ preview, disabled, onReread }: ReadingProps) {
  const { t } = useTranslation();
  return (
    <>
      {preview.format === 'csv' && (
        <>
          <Select
            w={190}
            allowDeselect={false}
            label={t('office.import.encoding')}
            disabled={disabled}
            data={fileEncodings.map((encoding) => ({
              value: encoding,
              label: t(`office.import.encodings.${encoding}`),
            }))}
            value={preview.encoding}
            onChange={(encoding) => isEncoding(encoding) && onReread({ encoding })}
          />
          <Select
            w={150}
            allowDeselect={false}
            label={t('office.import.delimiter')}
            disabled={disabled}
            data={[
              { value: ',', label: t('office.import.comma') },
              { value: ';', label: t('office.import.semicolon') },
              { value: '\t', label: t('office.import.tab') },
              { value: '|', label: t('office.import.bar') },
            ]}
            value={preview.delimiter}
            onChange={(delimiter) => isDelimiter(delimiter) && onReread({ delimiter })}
          />
        </>
      )}
      {preview.sheets.length > 1 && (
        <Select
          w={200}
          allowDeselect={false}
          label={t('office.import.sheet')}
          disabled={disabled}
          data={preview.sheets}
          value={preview.sheet}
          onChange={(sheet) => sheet !== null && onReread({ sheet })}
        />
      )}
    </>
  );
}
