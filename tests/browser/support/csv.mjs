// Reads CSV: quoted fields, doubled quotes, one record a line feed outside of quotes.

export function records(text) {
  const all = [];
  let record = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') field += text[++i];
    else if (c === '"') quoted = !quoted;
    else if (quoted || (c !== "," && c !== "\n")) field += c;
    else {
      record.push(field);
      field = "";
      if (c === "\n") all.push(record.splice(0));
    }
  }
  return all;
}

// Each record after the first, by the names in the first.
export function table(text) {
  const [header, ...rows] = records(text);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
}
