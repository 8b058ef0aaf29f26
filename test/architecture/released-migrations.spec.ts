import { migrations } from '../../migrations/index.js';
import { fingerprints, released } from '../support/released-migrations.js';

/*
 * A database that a released version wrote has run the migrations as that version had them. One that is edited afterwards
 * would give two databases of the same version and different tables: a new migration corrects it instead.
 */
const names = migrations.map(({ name }) => name);
const frozen = Object.keys(released());

test('every released migration is as it was released', async () => {
  expect(await fingerprints()).toMatchObject(released());
});

test('what came since then runs after all of them', () => {
  expect(names.slice(0, frozen.length)).toEqual(frozen);
  const timestamps = names.map((name) => /\d+$/.exec(name)![0]);
  expect(timestamps).toEqual([...timestamps].sort());
});
