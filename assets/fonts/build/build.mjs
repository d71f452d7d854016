// Cuts the two typefaces down to the characters that the game may show and
// writes them as TrueType, which is what the program can read.
//
// With --weigh it writes nothing, but says what each alphabet costs in the download: see
// assets/README.md.
//
// The licence of both typefaces reserves their names for the originals, so the
// copies get names of their own; the copyright and licence lines stay.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import subsetFont from 'subset-font';

const here = new URL('.', import.meta.url);

const fonts = [
  { from: 'source-serif/WOFF2/TTF/SourceSerif4-Regular.ttf.woff2', to: 'news-serif-400.ttf', family: 'News Serif', style: 'Regular' },
  { from: 'source-serif/WOFF2/TTF/SourceSerif4-Semibold.ttf.woff2', to: 'news-serif-600.ttf', family: 'News Serif', style: 'Semibold' },
  { from: '@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-Regular.woff2', to: 'desk-sans-400.ttf', family: 'Desk Sans', style: 'Regular' },
  { from: '@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-SemiBold.woff2', to: 'desk-sans-600.ttf', family: 'Desk Sans', style: 'Semibold' },
];

// First and last code point of each run of characters, in hexadecimal.
const runs = `
  20-7e a0-17f 18f 192 218-21b 259 2bc 2c6-2c7 2d8-2dd
  386 388-38a 38c 38e-3a1 3a3-3ce
  400-45f 490-491
  1e80-1e85 1e9e 1ef2-1ef3
  2009-200a 2010-2015 2018-201e 2020-2022 2026 202f 2030 2032-2033 2039-203a 2044
  20ac 2116 2122 2190-2193 2212 2248 2260 2264-2265 25cf 2713 2717
`;

// What --weigh leaves out of these, or adds to them.
const alphabets = [
  { name: 'Latin of Western Europe, and signs', only: '20-7e a0-ff 152-153 2c6 2dc 2009-200a 2010-2015 2018-201e 2020-2022 2026 202f 2030 2032-2033 2039-203a 2044 20ac 2116 2122 2190-2193 2212 2248 2260 2264-2265 25cf 2713 2717' },
  { name: 'Latin Extended-A: Central Europe, Baltic, Turkish, Esperanto', plus: '100-151 154-17f 18f 192 218-21b 259 1e80-1e85 1e9e 1ef2-1ef3' },
  { name: 'Greek', plus: '386 388-38a 38c 38e-3a1 3a3-3ce' },
  { name: 'Cyrillic of Slavic languages', plus: '400-45f 490-491' },
  { name: 'Vietnamese', add: '102-103 110-111 128-129 168-169 1a0-1a1 1af-1b0 300-301 303 309 323 1ea0-1ef9 20ab' },
  { name: 'Latin Extended-B and Additional: Africa, Sámi, Pinyin', add: '180-24f 1e00-1e9f' },
  { name: 'Greek with all accents', add: '370-3ff 1f00-1fff' },
  { name: 'Cyrillic of other languages: Kazakh, Tatar, Mongolian …', add: '460-52f' },
];

function characters(runs) {
  let all = '';
  for (const run of runs.trim().split(/\s+/)) {
    const [first, last = first] = run.split('-').map((h) => parseInt(h, 16));
    for (let c = first; c <= last; c++) all += String.fromCodePoint(c);
  }
  return all;
}

const encode = (s) => Buffer.from(s, 'utf16le').swap16();

// The records of a font's name table as [id, text], Windows English only.
function readNames(font) {
  const at = findTable(font, 'name').offset;
  const strings = at + font.readUInt16BE(at + 4);
  const found = new Map();
  for (let i = 0; i < font.readUInt16BE(at + 2); i++) {
    const r = at + 6 + 12 * i;
    if (font.readUInt16BE(r) !== 3) continue;
    const start = strings + font.readUInt16BE(r + 10);
    const text = Buffer.from(font.subarray(start, start + font.readUInt16BE(r + 8)));
    found.set(font.readUInt16BE(r + 6), text.swap16().toString('utf16le'));
  }
  return found;
}

function nameTable(records) {
  const texts = records.map(([, text]) => encode(text));
  const head = Buffer.alloc(6 + 12 * records.length);
  head.writeUInt16BE(records.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  records.forEach(([id], i) => {
    const r = 6 + 12 * i;
    // Windows, Unicode, English of the United States.
    [3, 1, 0x409, id, texts[i].length, offset].forEach((n, j) => head.writeUInt16BE(n, r + 2 * j));
    offset += texts[i].length;
  });
  return Buffer.concat([head, ...texts]);
}

function tables(font) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const r = 12 + 16 * i;
    return { tag: font.toString('latin1', r, r + 4), offset: font.readUInt32BE(r + 8), length: font.readUInt32BE(r + 12) };
  });
}

const findTable = (font, tag) => tables(font).find((t) => t.tag === tag);

function checksum(data) {
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) sum = (sum + data.readUInt32BE(i)) >>> 0;
  return sum;
}

// Writes the font again with another name table.
function rename(font, names) {
  const parts = tables(font).map(({ tag, offset, length }) => ({
    tag,
    data: tag === 'name' ? nameTable(names) : Buffer.from(font.subarray(offset, offset + length)),
  }));
  const head = parts.find((p) => p.tag === 'head').data;
  head.writeUInt32BE(0, 8); // the sum over the whole file goes here in the end
  const directory = Buffer.alloc(12 + 16 * parts.length);
  font.copy(directory, 0, 0, 12);
  const blocks = [directory];
  let offset = directory.length;
  parts.forEach(({ tag, data }, i) => {
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    const r = 12 + 16 * i;
    directory.write(tag, r, 'latin1');
    directory.writeUInt32BE(checksum(padded), r + 4);
    directory.writeUInt32BE(offset, r + 8);
    directory.writeUInt32BE(data.length, r + 12);
    blocks.push(padded);
    offset += padded.length;
  });
  const whole = Buffer.concat(blocks);
  const headAt = findTable(whole, 'head').offset;
  whole.writeUInt32BE((0xb1b0afba - checksum(whole)) >>> 0, headAt + 8);
  return whole;
}

// cut returns a typeface with only the given characters.
async function cut({ from, family, style }, text) {
  const original = await readFile(new URL(`node_modules/${from}`, here));
  const small = await subsetFont(original, text, {
    targetFormat: 'sfnt',
    keepFeatures: ['kern'],
    noHinting: true,
    noLayoutClosure: true,
    dropTables: ['GSUB', 'GDEF', 'BASE', 'gasp', 'DSIG', 'STAT'],
    preserveNameIds: [0, 13],
  });
  const old = readNames(small);
  const id = `${family.replaceAll(' ', '')}-${style}`;
  return rename(small, [
    [0, old.get(0)],
    [1, style === 'Regular' ? family : `${family} ${style}`],
    [2, 'Regular'],
    [3, `Hold the Line: ${id}`],
    [4, `${family} ${style}`],
    [6, id],
    [13, old.get(13) ?? 'Licensed under the SIL Open Font License, Version 1.1.'],
  ]);
}

// weigh says how large all four are with the given characters.
async function weigh(runs) {
  const cuts = await Promise.all(fonts.map((font) => cut(font, characters(runs))));
  const glyphs = cuts[0].readUInt16BE(findTable(cuts[0], 'maxp').offset + 4);
  return { plain: cuts.reduce((sum, data) => sum + data.length, 0), brotli: brotliCompressSync(Buffer.concat(cuts)).length, glyphs };
}

if (process.argv.includes('--weigh')) {
  const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(6);
  const today = await weigh(runs);
  let sofar = '';
  let last = { plain: 0, brotli: 0 };
  for (const { name, only, plus, add } of alphabets) {
    const base = add ? today : last;
    const now = await weigh(add ? `${runs} ${add}` : `${sofar} ${only ?? plus}`);
    console.log(`${kb(now.plain - base.plain)} kB, brotli ${kb(now.brotli - base.brotli)} kB  ${add ? 'would add' : 'is in'}: ${name}`);
    if (!add) {
      sofar += ` ${only ?? plus}`;
      last = now;
    }
  }
  console.log(`${kb(today.plain)} kB, brotli ${kb(today.brotli)} kB  today, ${today.glyphs} glyphs in the sans`);
} else {
  for (const font of fonts) {
    const data = await cut(font, characters(runs));
    const out = new URL(`../${font.to}`, here);
    await writeFile(out, data);
    console.log(`${fileURLToPath(out)}  ${data.length} bytes`);
  }
}
