/** Gives each cell except the first the title of its column. On a phone, where tables become lists, it is shown before the cell. */
export function labelCells(html: string): string {
  return html.replace(/<table>.*?<\/table>/gs, (table) => {
    const titles = Array.from(table.matchAll(/<th\b[^>]*>(.*?)<\/th>/gs), ([, title = '']) =>
      title.replace(/<[^>]*>/g, '').replaceAll('"', '&quot;'),
    );
    return table.replace(/<tr>.*?<\/tr>/gs, (row) => {
      let column = 0;
      return row.replace(/<td\b/g, (cell) => {
        const title = titles[column++];
        return column === 1 || !title ? cell : `${cell} data-label="${title}"`;
      });
    });
  });
}
