package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.storage.PdfPaper;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.jspecify.annotations.Nullable;

/// A claim on paper, box by box: each with its number on the paper form, what it is in plain words,
/// the element of the 837 that says the same, and the value. Lines that do not fit on one form go
/// on further pages, as on the forms.
///
/// @param form name of the form that the numbers belong to
/// @param pages at least one
public record ClaimPaper(String number, String form, List<Page> pages) {
  private static final int LINES_OF_1500 = 6;
  private static final int LINES_OF_UB = 22;

  public ClaimPaper {
    pages = List.copyOf(pages);
  }

  /// @param box its number on the form
  /// @param element where the 837 says it
  public record Box(String box, String words, String element, String value) {

    static Box of(String box, String words, String element, @Nullable Object value) {
      return new Box(box, words, element, value == null ? "" : value.toString());
    }

    public boolean isEmpty() {
      return value.isEmpty();
    }
  }

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

  /// The paper of a claim as it stands.
  public static ClaimPaper of(Claim claim) {
    boolean isInstitutional = claim.type() == ClaimType.INSTITUTIONAL;
    var boxes = isInstitutional ? HospitalBoxes.of(claim) : PracticeBoxes.of(claim);
    var columns = isInstitutional ? HospitalBoxes.COLUMNS : PracticeBoxes.COLUMNS;
    int most = isInstitutional ? LINES_OF_UB : LINES_OF_1500;
    var pages = new ArrayList<Page>();
    for (int from = 0; from == 0 || from < claim.lines().size(); from += most) {
      var rows = new ArrayList<List<String>>();
      for (ServiceLine line :
          claim.lines().subList(from, Math.min(from + most, claim.lines().size()))) {
        rows.add(isInstitutional ? HospitalBoxes.row(line) : PracticeBoxes.row(claim, line));
      }
      pages.add(new Page(pages.size() + 1, boxes, columns, rows));
    }
    return new ClaimPaper(
        claim.controlNumber().value(), isInstitutional ? "UB-04" : "CMS-1500 (02/12)", pages);
  }

  /// As a PDF document.
  public byte[] pdf() {
    return PdfPaper.of("claim/paper.jte", Map.of("paper", this));
  }
}
