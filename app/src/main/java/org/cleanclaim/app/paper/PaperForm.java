package org.cleanclaim.app.paper;

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
