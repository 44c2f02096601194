import { describe, expect, test } from 'vitest';
import { openClass, type Told } from './workshop.fixture.ts';

describe('a seat', () => {
  test('is kept through a lost connection, which the console tells from being stuck', async () => {
    const { grace, learner, connect } = await openClass();
    const ada = await learner('Ada');
    ada.socket.close();
    const isAway = ({ cards }: Told) =>
      !!cards?.some((card) => (card as unknown as { awaySince: number | null }).awaySince);
    await grace.told('changed', isAway);
    const back = await connect({ as: 'learner', seat: ada.welcome.token }).entered();
    expect(back).toMatchObject({ seat: ada.welcome.seat, sight: { own: { name: 'Ada' } } });
  });

  test('is shared by two tabs, and empty when both are closed', async () => {
    const { grace, learner, connect, house, code } = await openClass();
    const ada = await learner('Ada');
    const tab = connect({ as: 'learner', seat: ada.welcome.token });
    await tab.entered();
    ada.socket.close();
    await grace.commands({ what: 'freeze', on: true });
    await tab.told('changed');
    const { learners } = (await house.at(code))!.state;
    expect(learners.get(ada.welcome.seat)!.awaySince).toBeUndefined();
    tab.socket.close();
    await grace.told<Told>(
      'changed',
      ({ cards }) => !!cards?.some((card) => (card as unknown as { awaySince: number | null }).awaySince),
    );
  });

  test('is got by a token until the one after it was used, and by no token of another', async () => {
    const { learner, connect } = await openClass();
    const other = await openClass();
    const ada = await learner('Ada');
    const comes = (seat: string) => connect({ as: 'learner', seat }).entered();
    const second = await comes(ada.welcome.token);
    // The second may have been lost on its way.
    const third = await comes(ada.welcome.token);
    expect([second.seat, third.seat]).toEqual([ada.welcome.seat, ada.welcome.seat]);
    await comes(third.token);
    const refused = [ada.welcome.token, `${third.token}x`, '', 'a.b', (await other.learner('Eve')).welcome.token];
    const reasons = await Promise.all(refused.map((seat) => comes(seat)));
    expect(reasons.map(({ reason }) => reason)).toEqual(Array(5).fill('not-here'));
  });

  test('is taken to another device by a word, once', async () => {
    const { learner, connect, code } = await openClass();
    const ada = await learner('Ada');
    const { word } = (await ada.ask('word', {})).value! as { word: string };
    const moves = (said: string) => connect({ as: 'mover', code: code.toLowerCase(), word: said }).entered();
    expect(await moves('wrong word')).toMatchObject({ reason: 'wrong-word' });
    expect(await moves(` ${word.toUpperCase()} `)).toMatchObject({ seat: ada.welcome.seat });
    expect(await moves(word)).toMatchObject({ reason: 'wrong-word' });
  });

  test('is one, however often a page asks with one ticket', async () => {
    const { learner, house, code } = await openClass();
    const [one, two] = [await learner('Ada', { ticket: 'same' }), await learner('Ada', { ticket: 'same' })];
    expect(one.welcome.seat).toBe(two.welcome.seat);
    expect((await house.at(code))!.state.learners.size).toBe(1);
  });
});
