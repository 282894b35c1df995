package org.cleanclaim.app.web.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cleanclaim.codesets.book.Place;
import org.cleanclaim.codesets.book.TableBook;
import org.cleanclaim.codesets.publication.TermTable;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// Draws rows of the table of neoplasms or of drugs: those that are typed, or a row with what
/// stands below it.
final class EncoderTable {
  private static final int ROWS = 60;
  private static final int MOST_CHILDREN = 200;

  private final Look look;
  private final TableBook book;
  private final String title;

  EncoderTable(Look look, TableBook book, String title) {
    this.look = look;
    this.book = book;
    this.title = title;
  }

  Found.Table draw() {
    var rows = new ArrayList<Found.TableRow>();
    Place opened = look.line().flatMap(book::place).orElse(null);
    if (opened != null) {
      open(opened, rows);
    } else if (look.typed().isBlank()) {
      first().stream().limit(ROWS).forEach(place -> rows.add(row(place, 0, false, false)));
    } else {
      book.find(look.typed(), ROWS).forEach(place -> rows.add(row(place, 0, false, true)));
    }
    return new Found.Table(title, book.columns(), rows, opened == null && rows.size() == ROWS);
  }

  /// The rows to begin with; of a table that is one row with all others below it, those.
  private List<Place> first() {
    List<Place> main = book.mainRows();
    return main.size() == 1 ? book.children(main.getFirst()) : main;
  }

  private void open(Place place, List<Found.TableRow> rows) {
    rows.add(row(place, 0, true, true));
    book.children(place).stream()
        .limit(MOST_CHILDREN)
        .forEach(child -> rows.add(row(child, 1, false, false)));
  }

  private Found.TableRow row(Place place, int depth, boolean isOpen, boolean isPath) {
    TermTable.Row row = book.row(place);
    return new Found.TableRow(
        place.ordinal(),
        depth,
        isPath ? path(place) : row.title(),
        row.nonessential(),
        IntStream.range(0, book.columns().size()).mapToObj(i -> cell(row, i)).toList(),
        row.references().stream()
            .map(r ->
                Leading.pointer(look, CodeSystem.ICD10CM, r, book.follow(r), Leading.here(look)))
            .toList(),
        !book.children(place).isEmpty(),
        isOpen);
  }

  /// The titles down to a row, without the one that stands above all.
  private String path(Place place) {
    List<Place> main = book.mainRows();
    String path = book.path(place);
    String head = main.size() == 1 ? book.row(main.getFirst()).title() + ", " : "";
    return path.startsWith(head) ? path.substring(head.length()) : path;
  }

  private Found.Lead cell(TermTable.Row row, int column) {
    String printed = column < row.cells().size() ? row.cells().get(column) : "";
    return printed.replace("-", "").isBlank()
        ? new Found.Lead("", "", "", false, none())
        : Leading.to(look, CodeSystem.ICD10CM, printed);
  }

  private static @Nullable String none() {
    return null;
  }
}
