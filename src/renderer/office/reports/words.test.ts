import { reportIds, reportSpecs, reportWords } from '@shared/reports';
import { expect, it } from 'vitest';

it.each(Object.entries(reportWords))('every report with a picture says above it what it shows (%s)', (_, words) => {
  const pictured = reportIds.filter((id) => reportSpecs[id].chart !== undefined);
  expect(Object.keys(words.chartTitles).toSorted()).toEqual(pictured.toSorted());
});
