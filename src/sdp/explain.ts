import { codecs } from './attributes/codecs.ts';
import { ice } from './attributes/ice.ts';
import { streams } from './attributes/streams.ts';
import { transport } from './attributes/transport.ts';
import { letters } from './letters.ts';
import { rfc, type Tell, type Telling, type Told } from './telling.ts';

const known: ReadonlyMap<string, Tell> = new Map(
  [ice, transport, codecs, streams].flatMap((table) => Object.entries(table)),
);

/** What a line says, part by part, and where that is laid down. */
export function explain(told: Told): Telling {
  const { letter, name, argument = '', value } = told.line;
  if (name !== undefined) return known.get(name)?.(argument, told) ?? unknownAttribute(name);
  return (letter && letters.get(letter)?.(value, told)) || noLine;
}

const unknownAttribute = (name: string): Telling => ({
  about: 'An attribute that this page does not know',
  says: `It is called “${name}”. Whoever does not know an attribute has to pass over it.`,
  place: rfc(8866, '5.13'),
  isGeneral: true,
});

const noLine: Telling = {
  about: 'No line of SDP',
  says: 'A line is a letter, an equals sign, and what it says, with no space in between.',
  place: rfc(8866, '5'),
  isGeneral: true,
};
