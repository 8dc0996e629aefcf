/** Gives each cell of a table the head of its column: on a phone, where a row is a list, it stands before the cell. */
export function labelCells(html: string): string {
  return html.replace(/<table>.*?<\/table>/gs, (table) => {
    const heads = Array.from(table.matchAll(/<th\b[^>]*>(.*?)<\/th>/gs), ([, head = '']) =>
      head.replace(/<[^>]*>/g, '').replaceAll('"', '&quot;'),
    );
    return table.replace(/<tr>.*?<\/tr>/gs, (row) => {
      let column = 0;
      return row.replace(/<td\b/g, (cell) => `${cell} data-label="${heads[column++] ?? ''}"`);
    });
  });
}
