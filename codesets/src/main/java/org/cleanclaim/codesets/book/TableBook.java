package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.TermTable;

/// The Table of Neoplasms or the Table of Drugs and Chemicals to look things up in: rows by words,
/// their codes by column. Immutable; may be used by many threads at once.
///
/// Source: ICD-10-CM Official Guidelines, section I.C.2 (neoplasms) and I.C.19.e (drugs).
public final class TableBook {

  /// A code and the heading it stands under.
  ///
  /// @param code without dot, with the dash of an incomplete code
  public record Cell(String heading, String code) {}

  /// A place in the table.
  ///
  /// @param column a heading, or empty where the words name none
  public record Spot(Place row, String column) {}

  private final TermTable table;
  private final TermTree tree;
  private final References references;
  private final LineFinder finder;
  private final Leads leads;

  private TableBook(TermTable table) {
    this.table = table;
    this.tree =
        new TermTree(
            table.rows().stream()
                .map(r -> new TermTree.Line(r.level(), r.title(), r.nonessential()))
                .toList());
    this.finder = new LineFinder(tree);
    this.references = new References(finder);
    this.leads = Leads.ofCells(table.rows().stream().map(TermTable.Row::cells).toList());
  }

  public static TableBook of(TermTable table) {
    return new TableBook(table);
  }

  /// How many rows the table has; the places are 0 to one less.
  public int size() {
    return tree.size();
  }

  /// The place of an ordinal that came from outside; empty when the table has no such row.
  public Optional<Place> place(int ordinal) {
    return ordinal >= 0 && ordinal < size() ? Optional.of(new Place(ordinal)) : Optional.empty();
  }

  /// The row as printed.
  public TermTable.Row row(Place place) {
    return table.rows().get(place.ordinal());
  }

  /// The headings of the code columns.
  public List<String> columns() {
    return table.columns();
  }

  /// The rows of the first level, in book order.
  public List<Place> mainRows() {
    var rows = new ArrayList<Place>();
    tree.forEachChild(-1, row -> rows.add(new Place(row)));
    return rows;
  }

  /// Rows whose path begins with all typed words, in book order: `lung upper` finds `lung, upper
  /// lobe`.
  public List<Place> find(String typed, int limit) {
    return tree.find(-1, Words.of(typed), limit);
  }

  /// The same among the rows below a row.
  public List<Place> findWithin(Place place, String typed, int limit) {
    return tree.find(place.ordinal(), Words.of(typed), limit);
  }

  /// The rows directly below, in book order.
  public List<Place> children(Place place) {
    var children = new ArrayList<Place>();
    tree.forEachChild(place.ordinal(), child -> children.add(new Place(child)));
    return children;
  }

  /// The row above; empty for a main row.
  public Optional<Place> parent(Place place) {
    int parent = tree.parent(place.ordinal());
    return parent < 0 ? Optional.empty() : Optional.of(new Place(parent));
  }

  /// The titles in reading order.
  public String path(Place place) {
    return tree.path(place.ordinal());
  }

  /// The codes of a row under their headings; columns without a code are left out.
  public List<Cell> cells(Place place) {
    List<String> codes = row(place).cells();
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < Math.min(codes.size(), columns().size()); i++) {
      if (!Leads.beginning(codes.get(i)).isEmpty()) {
        cells.add(new Cell(columns().get(i), codes.get(i)));
      }
    }
    return cells;
  }

  /// Where a reference of the table leads: within it, or by what the destination says.
  public Destination follow(Reference reference) {
    return references.followWithin(reference);
  }

  /// The row and column that words of an index name: `skin, ear, benign` is the row `skin, ear` and
  /// the column `Benign`. Words for which there is no row lead to the nearest row above; of a table
  /// whose rows are all below one, no words lead to that one.
  public Optional<Spot> locate(String words) {
    var site = new ArrayList<String>();
    Optional<String> column = Optional.empty();
    for (String part : words.split(",")) {
      Optional<String> heading = column(part);
      if (heading.isPresent()) column = heading;
      else if (!part.isBlank() && !part.strip().startsWith("by ")) site.add(part.strip());
    }
    Optional<Place> row = site.isEmpty() ? head() : line(String.join(", ", site));
    Optional<String> heading = column;
    return row.map(place -> new Spot(place, heading.orElse("")));
  }

  private Optional<String> column(String part) {
    List<String> words = Words.of(part);
    if (words.isEmpty()) return Optional.empty();
    return columns().stream().filter(c -> Words.of(c).containsAll(words)).findFirst();
  }

  /// The row above all others; empty when there are several.
  Optional<Place> head() {
    return size() > 0 && tree.end(0) == size() ? Optional.of(new Place(0)) : Optional.empty();
  }

  private Optional<Place> line(String site) {
    String below = head().map(head -> tree.title(head.ordinal()) + ", ").orElse("");
    return finder.find(below + site).map(found -> new Place(found.line()));
  }

  /// The rows that name a code or a beginning of it.
  public List<Lead> rowsFor(String code) {
    return leads.to(code);
  }
}
