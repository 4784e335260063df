/**
 * A text in the bytes of an encoding, by the name that a page declares. Node only decodes the older
 * encodings, so each character of one or two bytes is looked up by its decoder.
 */
export function encodedText(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  const bytes = bytesOf(encoding);
  return Buffer.concat(
    [...text].map((character) => {
      const found = bytes.get(character);
      if (!found) throw new Error(`${encoding} has no ${character}.`);
      return found;
    }),
  );
}

const tables = new Map<string, Map<string, Uint8Array>>();

function bytesOf(encoding: string): Map<string, Uint8Array> {
  let table = tables.get(encoding);
  if (!table) tables.set(encoding, (table = readTable(encoding)));
  return table;
}

function readTable(encoding: string): Map<string, Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, Uint8Array>();
  const add = (...bytes: number[]): boolean => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const isOne = [...text].length === 1 && text !== '\ufffd';
    if (isOne && !table.has(text)) table.set(text, Uint8Array.from(bytes));
    return isOne;
  };
  for (let first = 0; first < 256; first++) {
    if (add(first)) continue;
    for (let second = 0x40; second < 256; second++) add(first, second);
  }
  return table;
}
