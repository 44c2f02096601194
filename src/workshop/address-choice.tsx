import { type Addresses, choose } from './addresses.ts';

/** Of several addresses, the one that is shown; kept for the next page. */
export function AddressChoice({ addresses, onChoose }: { addresses: Addresses; onChoose(addresses: Addresses): void }) {
  const { all, chosen } = addresses;
  if (all.length === 1) return null;
  return (
    <label>
      Address
      <select
        value={chosen}
        onChange={({ currentTarget }) => {
          choose(currentTarget.value);
          onChoose({ all, chosen: currentTarget.value });
        }}
      >
        {all.map((address) => (
          <option key={address}>{address}</option>
        ))}
      </select>
    </label>
  );
}
