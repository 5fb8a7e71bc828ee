// Cursors in the form of the server's own: all that this contender knows of that form is here.

const encode = (values) => Buffer.from(`[${values.join(',')}]`).toString('base64url');

// System.Text.Json escapes what is not ASCII, and what HTML minds.
const text = (value) => `"${value.replace(/["\\&'+<>`\u0000-\u001f\u007f-\uffff]/g, escape)}"`;

const escape = (character) => character === '\\'
  ? '\\\\'
  : `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

export const cursorOfDish = (row) => encode(['"-Price.MinorUnits,Name,Id"', row.Price, text(row.Name), row.Id]);

export const cursorOfOrder = (row) => encode(['"-PlacedAt,Id"', text(row.PlacedAt), row.Id]);

export const cursorOfEvent = (number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(number));
  return bytes.toString('base64url');
};

export const placeOfOrder = (cursor) => {
  const [, at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  return { at, id };
};
