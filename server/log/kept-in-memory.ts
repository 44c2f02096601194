import type { About, DurableLog, Snapshot } from './durable.ts';

type Line = About & { seq: number; at: number; text: string };
type Book = { seq: number; lines: Line[]; snapshot?: Snapshot };

/** Keeps as long as this process lives: where there is no folder to keep anything in. */
export function keptInMemory<Input>(): DurableLog<Input> {
  const books = new Map<string, Book>();

  return {
    async append(name, input, about) {
      const book = books.get(name) ?? { seq: 0, lines: [] };
      books.set(name, book);
      book.seq += 1;
      book.lines.push({ seq: book.seq, at: input.at, ...about, text: JSON.stringify(input) });
      return book.seq;
    },

    async read(name) {
      const book = books.get(name);
      if (!book) return;
      const { snapshot, lines } = book;
      const later = lines.filter(({ seq }) => seq > (snapshot?.seq ?? 0));
      return { snapshot, inputs: later.map(({ seq, text }) => ({ seq, input: JSON.parse(text) as Input })) };
    },

    async keepSnapshot(name, snapshot, { before, present }) {
      const book = books.get(name);
      if (!book) return;
      book.snapshot = snapshot;
      const isCovered = ({ seq }: Line) => seq <= snapshot.seq;
      const last = new Map(book.lines.filter(isCovered).map(({ sort, seq }) => [sort, seq]));
      book.lines = book.lines.filter((line) => {
        const { sort, who, at, seq } = line;
        if (!isCovered(line)) return true;
        if (present && who !== undefined && !present.includes(who)) return false;
        return sort === undefined || at >= before || last.get(sort) === seq;
      });
    },

    list: async () => [...books].map(([name, { lines }]) => ({ name, lastAt: Math.max(...lines.map(({ at }) => at)) })),
    remove: async (name) => void books.delete(name),
    close: async () => {},
  };
}
