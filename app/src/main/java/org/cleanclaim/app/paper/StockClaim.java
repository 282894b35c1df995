package org.cleanclaim.app.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;

/// A claim as it is printed on pre-printed stock: the data alone, each at its place of the form's
/// grid of 6 lines and 10 characters per inch, with what did not fit.
///
/// @param pages at least one; a form holds 6 lines of a practice or 22 of a hospital
/// @param cuts what the payer would not read, and why; empty when all of the claim is on the paper
public record StockClaim(PaperForm form, List<Page> pages, List<Cut> cuts) {
  public StockClaim {
    pages = List.copyOf(pages);
    cuts = List.copyOf(cuts);
  }

  /// @param page 1-based
  public record Page(int page, List<Printed> printed) {
    public Page {
      printed = List.copyOf(printed);
    }
  }

  /// A value on the paper.
  ///
  /// @param line from the top edge, a sixth of an inch each
  /// @param column where its field begins, a tenth of an inch each, from the left margin
  /// @param text as printed, filled with blanks before when it stands to the right
  public record Printed(
      String box, String words, String element, int line, BigDecimal column, String text) {}

  /// Something of the claim that the form has no room for.
  ///
  /// @param page the first one that it is missing on
  /// @param sentence what it is
  public record Cut(int page, String box, String sentence) {
    private boolean isAsOnAnotherPage(Cut other) {
      return box.equals(other.box) && sentence.equals(other.sentence);
    }
  }

  /// The claim for its form.
  ///
  /// @param printedOn the day on the form
  public static StockClaim of(Claim claim, LocalDate printedOn) {
    var form = PaperForm.of(claim.type());
    var pages = new ArrayList<Page>();
    var cuts = new ArrayList<Cut>();
    for (FormPen pen : form.filled(claim, printedOn)) {
      pages.add(new Page(pages.size() + 1, pen.printed()));
      for (Cut cut : pen.cuts()) {
        if (cuts.stream().noneMatch(cut::isAsOnAnotherPage)) cuts.add(cut);
      }
    }
    return new StockClaim(form, pages, cuts);
  }

  /// As a PDF document for the stock in the printer.
  public byte[] pdf(PaperOffset offset) {
    return new StockPdf(form, offset).claim(this);
  }
}
