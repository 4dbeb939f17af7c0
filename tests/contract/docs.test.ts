import { type CallName, contract } from '@shared/contract';
import { isAllowed, permissions, roles } from '@shared/roles';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

// proof: the keys of the contract are its call names
const names = Object.keys(contract) as CallName[];

function fieldsOf(name: CallName): string {
  const { properties = {}, required = [] } = z.toJSONSchema(contract[name].input, {
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.keys(properties)
    .map((field) => `\`${field}${required.includes(field) ? '' : '?'}\``)
    .join(' ');
}

function page(): string {
  const calls = names.map(
    (name) => `| \`${name}\` | ${contract[name].kind} | ${contract[name].permission} | ${fieldsOf(name)} |`,
  );
  const customers = names.filter((name) => contract[name].from === 'display').map((name) => `\`${name}\``);
  const who = permissions.map((permission) => {
    const allowed = [null, ...roles]
      .filter((role) => isAllowed(role, permission))
      .map((role) => role ?? 'nobody signed in');
    return `| ${permission} | ${allowed.join(', ')} |`;
  });
  return [
    '# The calls',
    '',
    'Made from the contract by `tests/contract/docs.test.ts`; `npm run unit -- tests/contract/docs.test.ts -u` writes it anew.',
    '',
    '| call | kind | permission | input |',
    '|---|---|---|---|',
    ...calls,
    '',
    `The customer’s window may make ${customers.join(', ')} and no other call; the till’s all others.`,
    '',
    '| permission | who has it |',
    '|---|---|',
    ...who,
    '',
  ].join('\n');
}

describe('docs/calls.md', () => {
  it('says what the contract says', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/calls.md');
  });
});
