package org.cleanclaim.app.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;

/// A form that payers print for claims on paper.
public enum PaperForm {
  CMS_1500("cms1500.txt"),
  UB_04("ub04.txt");

  @SuppressWarnings("ImmutableEnumChecker") // its map is copied
  private final FormLayout layout;

  PaperForm(String file) {
    layout = FormLayout.read(file);
  }

  FormLayout layout() {
    return layout;
  }

  /// The claim on as many pages as its lines need: the one place that says what stands in which
  /// box, for prints on stock and in plain words.
  List<FormPen> filled(Claim claim, LocalDate printedOn) {
    int most = layout.linesOfService();
    int count = Math.max(1, (claim.lines().size() + most - 1) / most);
    var pages = new ArrayList<FormPen>();
    for (int page = 1; page <= count; page++) {
      var pen = new FormPen(layout, page);
      var lines =
          claim.lines().subList((page - 1) * most, Math.min(page * most, claim.lines().size()));
      switch (this) {
        case CMS_1500 -> new PracticeForm(claim, pen, printedOn).fill(lines, page, count);
        case UB_04 -> new HospitalForm(claim, pen, printedOn).fill(lines, page, count);
      }
      pages.add(pen);
    }
    return pages;
  }

  /// Its name with the version.
  public String title() {
    return layout.title();
  }

  /// The form that a claim of a kind is printed on. Dental claims have a form of another publisher,
  /// which is not among these.
  public static PaperForm of(ClaimType type) {
    return switch (type) {
      case PROFESSIONAL -> CMS_1500;
      case INSTITUTIONAL -> UB_04;
      case DENTAL ->
          throw new PaperRefusal(
              "A dental claim goes on the ADA's form, for which there is no print here. Send it as"
                  + " an 837D.");
    };
  }
}
