import { writeFile } from 'node:fs/promises';
import { type Day, dayOf } from '@shared/clock';
import type { Dashboard, GstReturn, HandlerInput, ReportPage, Topic } from '@shared/contract';
import { AppError } from '@shared/errors';
import { type ReportId, reportWords } from '@shared/reports';
import type { PagePort } from '../../printing';
import type { ReaderJob } from '../../store';
import type { ShopDeps } from '../deps';
import { badValue } from '../text';
import { gstJob, gstr1Job } from './gst';
import { dashboardJob, exportJob, pageJob } from './jobs';
import { firstOfMonth, periodOf, spansOf } from './period';
import type { MonthSums, Question } from './question';
import { tallyJob } from './tally';

export interface ReportPorts {
  readonly pages: PagePort;
  /** Asks the person where to; null when they would rather not. */
  readonly chooseReportFile: (suggestion: string) => Promise<string | null>;
}

/** What no report is made of. */
const beside: ReadonlySet<string> = new Set<Topic>(['cart', 'printing', 'system', 'network', 'held_bill', 'alert']);

/** Bills above which a year of lines takes longer than anybody likes to wait. */
const busyShop = 20_000;

/** What is kept by month, and a report that counts it. */
const byMonths = [
  ['goods', 'products'],
  ['taxes', 'taxes'],
  ['hsn', 'hsn'],
  ['prices', 'discounts'],
] as const satisfies readonly (readonly [part: string, report: ReportId])[];

interface Waiting {
  readonly run: () => Promise<void>;
}

/**
 * Reports are counted on a reader thread, one at a time, so that the other thread is free for the counter's searches and the
 * backup. The newest question goes first: who leafs through months looks at the last one. The same question asked twice is
 * counted once.
 */
export class ReportDesk {
  readonly #deps: ShopDeps;
  readonly #ports: ReportPorts;
  readonly #waiting: Waiting[] = [];
  readonly #asked = new Map<string, Promise<unknown>>();
  #isBusy = false;
  #stamp = 0;
  #isClosed = false;

  constructor(deps: ShopDeps, ports: ReportPorts) {
    this.#deps = deps;
    this.#ports = ports;
    deps.store.changes.subscribe(({ topic }) => {
      if (!beside.has(topic)) this.#stamp += 1;
    });
  }

  /** @throws AppError `bad_value` */
  page(input: HandlerInput<'reports.page'>): Promise<ReportPage> {
    const { report, sort, descending, offset, limit } = input;
    const question = { ...this.#question(input), report, offset, limit };
    return this.#count(pageJob, {
      ...question,
      ...(sort !== undefined && { sort }),
      ...(descending !== undefined && { descending }),
    });
  }

  dashboard(): Promise<Dashboard> {
    return this.#count(dashboardJob, this.#question({ report: 'stock' }));
  }

  /** @throws AppError `bad_value`, `file_not_written` */
  async export(input: HandlerInput<'reports.export'>): Promise<{ file: string | null; shortened: number | null }> {
    const { report, format } = input;
    const question = this.#question(input);
    const { period, timeZone } = question;
    const settings = this.#deps.settings();
    const { language, country, currency, name: shop } = settings;
    const name = reportWords[language].names[report];
    const days = period.from === period.to ? period.to : `${period.from} ${period.to}`;
    const file = await this.#ports.chooseReportFile(`${name} ${days}.${format}`);
    if (file === null) return { file, shortened: null };
    const locale = `${language}-${country}`;
    const terms = { report, shop, language, locale, currency, timeZone, period };
    const { page, shortened } = await this.#count(exportJob, { ...question, report, format, file, terms });
    if (page !== null) {
      const pdf = await this.#ports.pages.pdf(page, 'A4');
      try {
        await writeFile(file, pdf);
      } catch (cause) {
        throw new AppError('file_not_written', 'The file could not be written', { file }, { cause });
      }
    }
    return { file, shortened };
  }

  /** Null where the shop does not charge India's GST. @throws AppError `bad_value` */
  async gst(days: HandlerInput<'reports.gst'>): Promise<GstReturn | null> {
    const question = this.#question({ report: 'taxes', ...days });
    return this.#hasGst() ? this.#count(gstJob, question) : null;
  }

  /** @throws AppError `bad_value`, `return_incomplete`, `file_not_written` */
  async exportGst({ format, ...days }: HandlerInput<'reports.exportGst'>): Promise<{ file: string | null }> {
    const question = this.#question({ report: 'taxes', ...days });
    if (!this.#hasGst()) throw badValue('format', 'This shop does not charge the GST of India', { reason: 'regime' });
    const name = format === 'tally' ? `Tally ${days.from} ${days.to}.xml` : await this.#nameOfReturn(question);
    const file = await this.#ports.chooseReportFile(name);
    if (file === null) return { file };
    if (format === 'tally') await this.#count(tallyJob, { ...question, file, shop: this.#deps.settings().name });
    else await this.#count(gstr1Job, { ...question, file });
    return { file };
  }

  /** As the portal's own tool names its file. */
  async #nameOfReturn(question: Question): Promise<string> {
    const { code, gstin, problems } = await this.#count(gstJob, question);
    if (code === null) throw badValue('to', 'A return is of a month or a quarter', { reason: 'period' });
    if (gstin === null || problems.some(({ stops }) => stops)) {
      throw new AppError('return_incomplete', 'Something stops the return', { code });
    }
    return `GSTR1_${gstin}_${code}.json`;
  }

  #hasGst(): boolean {
    return this.#deps.settings().tax_regime === 'india_gst';
  }

  /**
   * Counts months that are over and were never counted, a month at a time, so that nobody has to wait for a year of them:
   * after a busy shop's update, or its first copy. Never rejects: what is not counted now is counted when asked for.
   */
  async prepare(): Promise<void> {
    try {
      for (const { report, from, to } of this.#uncounted()) {
        if (this.#isClosed) return;
        await this.page({ report, from, to, offset: 0, limit: 1 });
      }
    } catch {
      // The file was closed, or fails: whoever needs it next is told.
    }
  }

  #uncounted(): { report: ReportId; from: Day; to: Day }[] {
    const { store, clock, settings } = this.#deps;
    const isBusy = store.sql<[number]>('SELECT 1 FROM bill LIMIT 1 OFFSET ?').get(busyShop) !== undefined;
    const first = store.sql<[], { day: Day | null }>('SELECT min(day) AS day FROM bill').get()?.day;
    if (!isBusy || !first) return [];
    const kept = new Set(
      store
        .sql<[], { part: string; month: string }>('SELECT part, month FROM report_month')
        .all()
        .map(({ part, month }) => `${part} ${month}`),
    );
    const today = dayOf(clock.now(), settings().time_zone);
    const spans = spansOf({ from: firstOfMonth(first), to: today }, today);
    return spans.flatMap(({ month, from, to }) =>
      month === null
        ? []
        : byMonths.filter(([part]) => !kept.has(`${part} ${month}`)).map(([, report]) => ({ report, from, to })),
    );
  }

  /** What would have been kept is found again. */
  close(): void {
    this.#isClosed = true;
  }

  #question(input: Pick<HandlerInput<'reports.page'>, 'report' | 'from' | 'to'>): Question {
    const { clock, settings } = this.#deps;
    const timeZone = settings().time_zone;
    const now = clock.now();
    const today = dayOf(now, timeZone);
    const { report, from, to } = input;
    const period = periodOf({ report, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, today);
    return { period, now, today, timeZone, stamp: this.#stamp };
  }

  #count<A extends Question, T>(job: ReaderJob<A, Found<T>>, order: A): Promise<T> {
    const { now: _, ...same } = order;
    const key = JSON.stringify([job.name, same]);
    const asked = this.#asked.get(key);
    if (asked) return asked as Promise<T>; // proof: the same job with the same order
    const answer = this.#inTurn(async () => {
      const { value, found } = await this.#deps.store.readers.run(job, order);
      // After the answer: nobody waits for what is kept for next time.
      if (found.length > 0) setImmediate(() => this.#keep(found));
      return value;
    }).finally(() => this.#asked.delete(key));
    this.#asked.set(key, answer);
    return answer;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ run: () => work().then(resolve, reject) });
      void this.#next();
    });
  }

  async #next(): Promise<void> {
    if (this.#isBusy) return;
    const newest = this.#waiting.pop();
    if (!newest) return;
    this.#isBusy = true;
    await newest.run();
    this.#isBusy = false;
    void this.#next();
  }

  /** One month in a transaction, and a turn for everybody else between two. */
  #keep([month, ...more]: readonly MonthSums[]): void {
    if (!month || this.#isClosed) return;
    try {
      this.#deps.store.transaction((tx) => {
        tx.local('INSERT OR REPLACE INTO report_month (part, month, mark, rows) VALUES (?, ?, ?, ?)').run(
          month.part,
          month.month,
          month.mark,
          month.rows,
        );
      });
    } catch {
      // A full or failing disk. Nothing is lost but time, and whoever sells next is told.
      return;
    }
    if (more.length > 0) setImmediate(() => this.#keep(more));
  }
}

interface Found<T> {
  readonly value: T;
  readonly found: readonly MonthSums[];
}
