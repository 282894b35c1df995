package org.cleanclaim.app.web.encoder;

import org.cleanclaim.codesets.CodeCard;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.code.CodeSystem;

/// From a card to the lines of the books that lead to its code.
public final class CardLinks {
  private static final int CATEGORY = 3;

  private CardLinks() {}

  public static String href(Look look, CodeCard.Line line) {
    return look.href(changes(line));
  }

  public static String get(CodeCard.Line line) {
    return Look.change(changes(line));
  }

  /// The term above the line is opened, so that the line stands among its neighbours.
  private static String[] changes(CodeCard.Line line) {
    String system =
        line.book() == PublicationKind.ICD10PCS_INDEX
            ? CodeSystem.ICD10PCS.name()
            : CodeSystem.ICD10CM.name();
    return new String[] {
      "book",
      Leading.book(line.book()),
      "place",
      Integer.toString(line.ordinal()),
      "within",
      "",
      "system",
      system
    };
  }

  /// A diagnosis of ICD-9-CM as it is written.
  public static String icd9(String code) {
    int category = code.startsWith("E") ? CATEGORY + 1 : CATEGORY;
    return code.length() > category && !code.startsWith("No")
        ? code.substring(0, category) + "." + code.substring(category)
        : code;
  }
}
