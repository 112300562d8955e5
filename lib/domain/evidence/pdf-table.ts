import type Pdf from "pdfkit";

type Document = InstanceType<typeof Pdf>;
type Table = {
  head?: readonly string[];
  /** In points, one per column. */
  widths: readonly number[];
  rows: readonly (readonly string[])[];
  /** The first column names the row. */
  headColumn?: boolean;
};

const padding = 4;
const size = 9.5;

/** Draws a table at the current place, tagged as one; rows stay whole and the head comes again on every page. */
export function drawTable(document: Document, { head, widths, rows, headColumn = false }: Table): void {
  const table = document.struct("Table");
  document.addStructure(table);
  const left = document.page.margins.left;
  const drawRow = (cells: readonly string[], type: "head" | "body") => {
    const height = heightOf(document, cells, widths);
    const top = document.y;
    const row = document.struct("TR");
    table.add(row);
    let x = left;
    for (const [i, cell] of cells.entries()) {
      const isHead = type === "head" || (headColumn && i === 0);
      const at = x;
      const width = widths[i]! - 2 * padding;
      const struct = document.struct(isHead ? "TH" : "TD", {}, () => {
        document
          .font(isHead ? "bold" : "regular")
          .fontSize(size)
          .text(cell, at + padding, top + padding, { width, lineGap: 1.5 });
      });
      row.add(struct);
      x += widths[i]!;
    }
    row.end();
    document.markContent("Artifact", { type: "Layout" });
    document
      .moveTo(left, top + height)
      .lineTo(x, top + height)
      .lineWidth(0.5)
      .strokeColor("#9aa0a6")
      .stroke();
    document.endMarkedContent();
    document.x = left;
    document.y = top + height;
  };
  if (head) drawRow(head, "head");
  for (const cells of rows) {
    const bottom = document.page.height - document.page.margins.bottom;
    if (document.y + heightOf(document, cells, widths) > bottom) {
      document.addPage();
      if (head) drawRow(head, "head");
    }
    drawRow(cells, "body");
  }
  table.end();
}

function heightOf(document: Document, cells: readonly string[], widths: readonly number[]): number {
  document.font("bold").fontSize(size);
  const heights = cells.map((cell, i) =>
    document.heightOfString(cell || " ", { width: widths[i]! - 2 * padding, lineGap: 1.5 }),
  );
  return Math.max(...heights) + 2 * padding;
}
