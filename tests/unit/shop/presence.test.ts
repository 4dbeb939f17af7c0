import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presenceLastsMs, rememberPresence, stillPresent } from '../../../src/main/shop/staff';
import { type Office, openShopOffice, ownerPin } from '../../support/office';

/** A till that is started again finds its cashier, but not one who left long ago. */
describe('who is at the till after a restart', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openShopOffice();
  });
  afterEach(() => office.shop.dispose());

  const present = () => stillPresent(office.store, office.shop.clock.now());
  const owner = () => office.session.user;

  it('is whoever made the shop or signed in a moment ago', async () => {
    expect(present()).toEqual(owner());
    const staffId = owner()?.staffId ?? '';
    office.handlers['staff.signOut']({}, office);
    await office.handlers['staff.signIn']({ staffId, pin: ownerPin }, office);
    office.shop.clock.advance(presenceLastsMs);
    expect(present()).toMatchObject({ staffId, role: 'owner' });
  });

  it('is nobody once the till stood alone for longer', () => {
    office.shop.clock.advance(presenceLastsMs + 1);
    expect(present()).toBeNull();
  });

  it('is nobody after signing out', () => {
    office.handlers['staff.signOut']({}, office);
    expect(present()).toBeNull();
  });

  it('is nobody when the clock was set back', () => {
    office.shop.clock.advance(-1);
    expect(present()).toBeNull();
  });

  it('is nobody who may no longer sign in, and has the role they have now', async () => {
    const saved = await office.handlers['staff.save'](
      { name: 'Ravi', role: 'cashier', active: true, pin: '7281' },
      office,
    );
    const ravi = { staffId: saved.id, name: 'Ravi', role: 'cashier' as const };
    rememberPresence(office.store, ravi, office.shop.clock.now());
    expect(present()).toEqual(ravi);
    await office.handlers['staff.save']({ id: saved.id, name: 'Ravi', role: 'manager', active: true }, office);
    expect(present()?.role).toBe('manager');
    await office.handlers['staff.save']({ id: saved.id, name: 'Ravi', role: 'manager', active: false }, office);
    expect(present()).toBeNull();
  });
});
