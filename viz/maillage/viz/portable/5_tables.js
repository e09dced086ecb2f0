// Everything drawn can be read as a table: sorted, walked with the keyboard, taken away as CSV.
const FIRST_ROWS = window.innerWidth <= 760 ? 15 : 60;
const tables = {
  actors: {
    sort: { column: 0, down: false },
    all: false,
    columns: [
      { key: 'col_name', value: (node) => node.label, head: true },
      { key: 'col_kind', value: (node) => capital(named('kind', node.kind)) },
      { key: 'col_sector', value: (node) => (node.plain ? '' : capital(named('sector', node.sector))) },
      { key: 'col_departement', value: (node) => placeOf(node) },
      { key: 'col_poles', value: (node) => node.poles.map((row) => nodes[row].label).join(', ') },
      { key: 'col_ties', value: (node) => node.ties.filter((tie) => shown.ties[tie.row]).length, numeric: true },
    ],
    rows: () => nodes.filter((node) => shown.nodes[node.row]),
    open: (node) => select(node, { centre: true, focus: true }),
  },
  ties: {
    sort: { column: 0, down: false },
    all: false,
    columns: [
      { key: 'col_source', value: (tie) => tie.source.label, head: true },
      { key: 'col_tie', value: (tie) => capital(named('tie', tie.kind)) },
      { key: 'col_target', value: (tie) => tie.target.label },
      { key: 'col_subtype', value: (tie) => tie.subtype },
      { key: 'col_layer', value: (tie) => capital(named('layer', tie.layer)) },
      { key: 'col_dates', value: tieDates, order: (tie) => tie.start || tie.observed || tie.end || '' },
      { key: 'col_standing', value: (tie) => [tie.standing && named('standing', tie.standing), tie.status === 'active' ? '' : named('status', tie.status)].filter(Boolean).join(', ') },
      { key: 'col_sources', value: (tie) => tie.sources.join(' ; ') },
    ],
    rows: () => ties.filter((tie) => shown.ties[tie.row]),
    open: (tie) => select(tie.source, { centre: true, focus: true }),
  },
};

function sortedRows(table) {
  const column = table.columns[table.sort.column];
  const key = column.order || column.value;
  const sign = table.sort.down ? -1 : 1;
  const compare = new Intl.Collator(state.language, { numeric: true }).compare;
  return table.rows().map((row) => [key(row), row]).sort((a, b) => sign * (column.numeric ? a[0] - b[0] : compare(String(a[0]), String(b[0]))) || a[1].row - b[1].row).map((pair) => pair[1]);
}

function renderTables() {
  for (const name of Object.keys(tables)) renderTable(name);
}

function renderTable(name, { everything = false } = {}) {
  const table = tables[name];
  const rows = sortedRows(table);
  const kept = everything || table.all ? rows : rows.slice(0, FIRST_ROWS);
  const used = table.columns.filter((column) => column.key !== 'col_sources' || ties.some((tie) => tie.sources.length));
  const heads = used.map((column) => {
    const index = table.columns.indexOf(column);
    const sorted = table.sort.column === index;
    const arrow = sorted ? (table.sort.down ? '▼' : '▲') : '';
    return tag('th', { scope: 'col', role: 'columnheader', 'aria-sort': sorted ? (table.sort.down ? 'descending' : 'ascending') : 'none' }, tag('button', { type: 'button', id: `sort-${name}-${index}`, on: { click: () => sortBy(name, index) } }, say(column.key), tag('span', { class: 'arrow', 'aria-hidden': 'true' }, arrow)));
  });
  const body = tag('tbody', { role: 'rowgroup' }, ...kept.map((row) => tableRow(table, used, row)));
  const caption = tag('caption', {}, say(`${name}_caption`, { n: number(rows.length), total: number(name === 'actors' ? nodes.length : ties.length) }));
  byId(`table-${name}`).replaceChildren(caption, tag('thead', { role: 'rowgroup' }, tag('tr', { role: 'row' }, ...heads)), body);
  const more = byId(`more-${name}`);
  more.hidden = kept.length === rows.length;
  more.textContent = say('more_rows', { n: number(rows.length - kept.length) });
  markRows();
}

function tableRow(table, columns, row) {
  return tag('tr', { role: 'row', 'data-row': row.row }, ...columns.map((column) => {
    const text = String(column.value(row));
    const attributes = { 'data-label': say(column.key), ...(column.numeric ? { class: 'numeric' } : {}) };
    if (!column.head) return tag('td', { role: 'cell', ...attributes }, text);
    return tag('th', { scope: 'row', role: 'rowheader', ...attributes }, tag('button', { type: 'button', class: 'plain', ...nameAttributes(), on: { click: () => table.open(row) } }, text));
  }));
}

function sortBy(name, column) {
  const { sort } = tables[name];
  sort.down = sort.column === column ? !sort.down : false;
  sort.column = column;
  renderTable(name);
  byId(`sort-${name}-${column}`).focus();
}

function markRows() {
  for (const row of document.querySelectorAll('#table-actors tbody tr')) {
    const chosen = state.selected && Number(row.dataset.row) === state.selected.row;
    row.classList.toggle('chosen', Boolean(chosen));
  }
}

// A cell that a spreadsheet would run is kept as text.
function csvCell(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

function download(name) {
  const table = tables[name];
  const separator = state.language === 'fr' ? ';' : ',';
  const lines = [table.columns.map((column) => csvCell(say(column.key)))];
  for (const row of sortedRows(table)) lines.push(table.columns.map((column) => csvCell(column.value(row))));
  const blob = new Blob(['\ufeff' + lines.map((line) => line.join(separator)).join('\r\n')], { type: 'text/csv;charset=utf-8' });
  const link = tag('a', { href: URL.createObjectURL(blob), download: `maillage-${name}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
