import type { Page } from './pages.ts';

type Props = { label: string; pages: readonly Page[]; value: string; choose(page: string): void };

export const PageChoice = ({ label, pages, value, choose }: Props) => (
  <label>
    {label}
    <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
      <option value="">Choose …</option>
      {[...new Set(pages.map(({ kind }) => kind))].map((kind) => (
        <optgroup key={kind} label={kind}>
          {pages
            .filter((one) => one.kind === kind)
            .map(({ page, title }) => (
              <option key={page} value={page}>
                {title}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  </label>
);
