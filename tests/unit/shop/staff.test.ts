import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPinStrength, hashPin, verifyPin } from '../../../src/main/shop/staff';
import { type Office, openOffice, openShopOffice, ownerPin, refusal } from '../../support/office';

describe('a PIN', () => {
  it.each(['0000', '1111', '99999999', '1234', '4321', '0123', '9876', '12345678', '1212', '6969'])(
    'is refused when it is one of the first that anyone would try: %s',
    (pin) => {
      expect(() => checkPinStrength(pin)).toThrow(expect.objectContaining({ code: 'pin_too_weak' }));
    },
  );

  it.each(['2580', '1357', '9021', '112233', '1010203'])('is taken when it is not: %s', (pin) => {
    expect(() => checkPinStrength(pin)).not.toThrow();
  });

  it('is kept as a salted hash that only the PIN itself fits', async () => {
    const [one, other] = await Promise.all([hashPin('2580'), hashPin('2580')]);
    expect(one).toMatch(/^scrypt\$16384\$8\$1\$/);
    expect(one).not.toBe(other);
    expect(one).not.toContain('2580');
    expect(await verifyPin('2580', one)).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^\d{4,8}$/), async (pin) => {
        expect(await verifyPin(pin, one)).toBe(pin === '2580');
      }),
      { numRuns: 10 },
    );
  });
});

describe('signing in', () => {
  let office: Office;
  let owner: string;
  beforeEach(async () => {
    office = await openShopOffice();
    owner = office.session.user?.staffId ?? '';
    office.handlers['staff.signOut']({}, office);
  });
  afterEach(() => office.shop.dispose());

  const signIn = (pin: string, staffId = owner) => office.handlers['staff.signIn']({ staffId, pin }, office);
  const fail = async (times: number) => {
    for (let attempt = 0; attempt < times; attempt++) await expect(signIn('9753')).rejects.toThrow();
  };

  it('opens the counter for the right PIN, and closes it again', async () => {
    expect(await signIn(ownerPin)).toMatchObject({ phase: 'ready', user: { name: 'Asha', role: 'owner' } });
    expect(office.handlers['staff.signOut']({}, office)).toMatchObject({ phase: 'locked' });
  });

  it('counts wrong PINs down and locks at the fifth for 30 seconds', async () => {
    for (const left of [4, 3, 2, 1]) {
      await expect(signIn('9753')).rejects.toMatchObject(refusal('wrong_pin', { left }));
    }
    await expect(signIn('9753')).rejects.toMatchObject(refusal('locked_out', { seconds: 30 }));
    await expect(signIn(ownerPin)).rejects.toMatchObject(refusal('locked_out', { seconds: 30 }));
    office.shop.clock.advance(29_999);
    await expect(signIn(ownerPin)).rejects.toMatchObject(refusal('locked_out', { seconds: 1 }));
    office.shop.clock.advance(1);
    expect(await signIn(ownerPin)).toMatchObject({ phase: 'ready' });
  });

  it('doubles the lock with every further wrong PIN, up to 15 minutes', async () => {
    await fail(5);
    for (const seconds of [60, 120, 240, 480, 900, 900]) {
      office.shop.clock.advance(15 * 60_000);
      await expect(signIn('9753')).rejects.toMatchObject(refusal('locked_out', { seconds }));
    }
  });

  it('forgets wrong PINs after a right one', async () => {
    await fail(4);
    await signIn(ownerPin);
    await expect(signIn('9753')).rejects.toMatchObject(refusal('wrong_pin', { left: 4 }));
  });

  it('keeps the lock over a restart', async () => {
    await fail(5);
    await office.store.close();
    const again = openOffice(office.shop);
    await expect(again.handlers['staff.signIn']({ staffId: owner, pin: ownerPin }, again)).rejects.toMatchObject(
      refusal('locked_out'),
    );
  });

  it('takes guesses made at the same time for as many guesses', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => signIn('9753')));
    const codes = answers.map((answer) => (answer.status === 'rejected' ? answer.reason.code : 'in'));
    expect(codes).not.toContain('in');
    expect(office.store.sql('SELECT failed FROM pin_attempt').get()).toEqual({ failed: 5 });
  });

  it('is not locked for a year when the clock was a year ahead', async () => {
    office.shop.clock.advance(365 * 24 * 3_600_000);
    await fail(5);
    office.shop.clock.advance(-365 * 24 * 3_600_000);
    expect(await signIn(ownerPin)).toMatchObject({ phase: 'ready' });
  });

  it('locks one person, not the others', async () => {
    await signIn(ownerPin);
    const ravi = await office.handlers['staff.save'](
      { name: 'Ravi', role: 'cashier', active: true, pin: '7410' },
      office,
    );
    await fail(5);
    expect(await signIn('7410', ravi.id)).toMatchObject({ phase: 'ready', user: { name: 'Ravi' } });
    const list = await office.handlers['staff.list']({}, office);
    expect(list.find(({ id }) => id === owner)?.lockedUntil).toBe(office.shop.clock.now() + 30_000);
  });
});

describe('the people of the shop', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openShopOffice();
  });
  afterEach(() => office.shop.dispose());

  const save = (input: Parameters<Office['handlers']['staff.save']>[0]) => office.handlers['staff.save'](input, office);
  const list = () => office.handlers['staff.list']({}, office);

  it('never leave main with anything of a PIN', async () => {
    await save({ name: 'Ravi', role: 'cashier', active: true, pin: '7410' });
    expect(JSON.stringify(await list())).not.toMatch(/scrypt|pin_hash/);
    expect(JSON.stringify(office.store.sql('SELECT old, new FROM field_history').all())).not.toMatch(/scrypt/);
  });

  it('shows those who cannot sign in only to somebody who has', async () => {
    await save({ name: 'Ravi', role: 'cashier', active: false, pin: '7410' });
    expect((await list()).map(({ name }) => name)).toEqual(['Asha', 'Ravi']);
    office.handlers['staff.signOut']({}, office);
    expect((await list()).map(({ name }) => name)).toEqual(['Asha']);
  });

  it('need a PIN when they are new, a strong one always, and a name of their own', async () => {
    await expect(save({ name: 'Ravi', role: 'cashier', active: true })).rejects.toMatchObject(
      refusal('bad_value', { field: 'pin' }),
    );
    await expect(save({ name: 'Ravi', role: 'cashier', active: true, pin: '1111' })).rejects.toMatchObject(
      refusal('pin_too_weak'),
    );
    await expect(save({ name: ' asha ', role: 'cashier', active: true, pin: '7410' })).rejects.toMatchObject(
      refusal('already_exists'),
    );
  });

  it('keep their PIN when it is not given, and sign in with the new one when it is', async () => {
    const ravi = await save({ name: 'Ravi', role: 'cashier', active: true, pin: '7410' });
    await save({ id: ravi.id, name: 'Ravi K', role: 'manager', active: true });
    expect(await office.handlers['staff.signIn']({ staffId: ravi.id, pin: '7410' }, office)).toMatchObject({
      user: { name: 'Ravi K', role: 'manager' },
    });
    await save({ id: ravi.id, name: 'Ravi K', role: 'manager', active: true, pin: '8520' });
    await expect(office.handlers['staff.signIn']({ staffId: ravi.id, pin: '7410' }, office)).rejects.toMatchObject(
      refusal('wrong_pin'),
    );
  });

  it('always have an owner among them who can sign in', async () => {
    const id = office.session.user?.staffId ?? '';
    await expect(save({ id, name: 'Asha', role: 'manager', active: true })).rejects.toMatchObject(
      refusal('last_owner'),
    );
    await expect(save({ id, name: 'Asha', role: 'owner', active: false })).rejects.toMatchObject(refusal('last_owner'));
    expect(() => office.handlers['staff.remove']({ id }, office)).toThrow(
      expect.objectContaining({ code: 'last_owner' }),
    );
    await save({ name: 'Bina', role: 'owner', active: true, pin: '7410' });
    await save({ id, name: 'Asha', role: 'manager', active: true });
    expect(office.session.user).toMatchObject({ role: 'manager' });
  });

  it('who are removed cannot sign in until they are restored', async () => {
    const ravi = await save({ name: 'Ravi', role: 'cashier', active: true, pin: '7410' });
    office.handlers['staff.remove']({ id: ravi.id }, office);
    expect((await list()).map(({ name }) => name)).toEqual(['Asha']);
    await expect(office.handlers['staff.signIn']({ staffId: ravi.id, pin: '7410' }, office)).rejects.toMatchObject(
      refusal('not_found'),
    );
    office.handlers['staff.restore']({ id: ravi.id }, office);
    expect(await office.handlers['staff.signIn']({ staffId: ravi.id, pin: '7410' }, office)).toMatchObject({
      user: { name: 'Ravi' },
    });
  });

  it('are signed out when they remove themselves', async () => {
    await save({ name: 'Bina', role: 'owner', active: true, pin: '7410' });
    office.handlers['staff.remove']({ id: office.session.user?.staffId ?? '' }, office);
    expect(office.session.user).toBeNull();
  });
});
