import { type About, CannotKeep, type DurableLog, type Snapshot } from './durable.ts';
import { extra, shareOf } from './share.ts';

type Line = About & { seq: number; at: number; text: string };
type Book = { seq: number; lines: Line[]; weight: number; snapshot?: Snapshot };

const weigh = ({ text }: Line) => text.length + extra;

/** Keeps as long as this process lives, and so many characters: where there is no folder to keep anything in. */
export function keptInMemory<Input>(most = Infinity): DurableLog<Input> {
  const books = new Map<string, Book>();
  const used = () =>
    [...books.values()].reduce((sum, { weight, snapshot }) => sum + weight + (snapshot?.text.length ?? 0), 0);

  return {
    async append(name, input, about) {
      const book = books.get(name) ?? { seq: 0, lines: [], weight: 0 };
      const line = { seq: book.seq + 1, at: input.at, ...about, text: JSON.stringify(input) };
      if (book.weight + weigh(line) > shareOf(most, used(), about?.hasReserve)) throw new CannotKeep('too-much');
      books.set(name, book);
      book.seq = line.seq;
      book.lines.push(line);
      book.weight += weigh(line);
      return line.seq;
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
      if (snapshot.text.length > shareOf(most, used(), true)) throw new CannotKeep('too-much');
      book.snapshot = snapshot;
      const isCovered = ({ seq }: Line) => seq <= snapshot.seq;
      const last = new Map(book.lines.filter(isCovered).map(({ sort, seq }) => [sort, seq]));
      book.lines = book.lines.filter((line) => {
        const { sort, who, at, seq } = line;
        if (!isCovered(line)) return true;
        if (present && who !== undefined && !present.includes(who)) return false;
        return sort === undefined || at >= before || last.get(sort) === seq;
      });
      book.weight = book.lines.reduce((sum, line) => sum + weigh(line), 0);
    },

    list: async () => [...books].map(([name, { lines }]) => ({ name, lastAt: Math.max(...lines.map(({ at }) => at)) })),
    remove: async (name) => void books.delete(name),
    close: async () => {},
  };
}
