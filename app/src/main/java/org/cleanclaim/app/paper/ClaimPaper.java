package org.cleanclaim.app.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cleanclaim.app.paper.FormPen.Said;
import org.cleanclaim.app.storage.PdfPaper;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;

/// A claim on paper in plain words, box by box: each with its number on the paper form, what it is,
/// the element of the 837 that says the same, and the whole value that the print on stock has
/// there. Lines that do not fit on one form go on further pages, as on the forms.
///
/// @param form name of the form that the numbers belong to
/// @param pages at least one; totals stand on the last
public record ClaimPaper(String number, String form, List<Page> pages) {
  public ClaimPaper {
    pages = List.copyOf(pages);
  }

  /// @param box its number on the form
  /// @param element where the 837 says it
  public record Box(String box, String words, String element, String value) {}

  /// A column of the service lines.
  public record Column(String box, String words, String element) {}

  /// @param rows one cell for each column
  public record Page(int page, List<Box> boxes, List<Column> columns, List<List<String>> rows) {
    public Page {
      boxes = List.copyOf(boxes);
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// The paper of a claim as it stands. A dental claim has the boxes of a practice's.
  ///
  /// @param printedOn the day on the form
  public static ClaimPaper of(Claim claim, LocalDate printedOn) {
    var form = claim.type() == ClaimType.INSTITUTIONAL ? PaperForm.UB_04 : PaperForm.CMS_1500;
    var pens = form.filled(claim, printedOn);
    int most = form.layout().linesOfService();
    var columns =
        form.layout().all().stream()
            .filter(f -> f.times() == most)
            .filter(f -> pens.stream().anyMatch(pen -> says(pen, f)))
            .toList();
    var pages = new ArrayList<Page>();
    for (FormPen pen : pens) {
      int lines = Math.min(most, claim.lines().size() - pages.size() * most);
      pages.add(
          new Page(
              pages.size() + 1,
              boxes(pen, most),
              columns.stream().map(f -> new Column(f.box(), f.title(), f.element())).toList(),
              rows(pen, columns, lines)));
    }
    return new ClaimPaper(claim.controlNumber().value(), form.title(), pages);
  }

  private static boolean says(FormPen pen, FormField field) {
    return pen.said().stream().anyMatch(one -> one.field().equals(field));
  }

  private static List<Box> boxes(FormPen pen, int linesOfService) {
    var together = new LinkedHashMap<String, List<Said>>();
    for (Said one : pen.said()) {
      var field = one.field();
      if (field.times() == linesOfService) continue;
      // What stands several times is one box: conditions, payers, the lines of an address.
      String key = one.row() == FormPen.ONCE ? field.name() : "box " + field.box();
      together.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }
    return together.values().stream().map(ClaimPaper::box).toList();
  }

  private static Box box(List<Said> said) {
    var rows = new TreeMap<Integer, List<String>>();
    said.forEach(one -> rows.computeIfAbsent(one.row(), row -> new ArrayList<>()).add(one.text()));
    return new Box(
        said.getFirst().field().box(),
        distinct(said.stream().map(one -> one.field().title()).toList()),
        distinct(said.stream().map(one -> one.field().element()).toList()),
        rows.values().stream()
            .map(parts -> String.join(" ", parts))
            .collect(Collectors.joining(", ")));
  }

  private static String distinct(List<String> texts) {
    return texts.stream().distinct().collect(Collectors.joining(", "));
  }

  private static List<List<String>> rows(FormPen pen, List<FormField> columns, int lines) {
    var rows = new ArrayList<List<String>>();
    for (int i = 0; i < lines; i++) {
      int row = i;
      rows.add(
          columns.stream()
              .map(field ->
                  pen.said().stream()
                      .filter(one -> one.row() == row && one.field().equals(field))
                      .map(Said::text)
                      .collect(Collectors.joining(" ")))
              .toList());
    }
    return rows;
  }

  /// As a PDF document.
  public byte[] pdf() {
    return PdfPaper.of("claim/paper.jte", Map.of("paper", this));
  }
}
