package org.cleanclaim.codesets.publication;

import java.util.List;

/// An alphabetic index as a tree of terms in book order: the Index to Diseases, to External Causes,
/// or of ICD-10-PCS.
public record AlphabeticIndex(List<Term> terms) implements Content {
  public AlphabeticIndex {
    terms = List.copyOf(terms);
  }

  @Override
  public int size() {
    return terms.size();
  }

  /// A main term (level 0) or a subterm, which belongs to the nearest term before it of a lower
  /// level.
  ///
  /// @param title the words without nonessential modifiers: `Pneumonia`; may be empty for a bare
  ///   reference of ICD-10-PCS
  /// @param nonessential the modifiers in parentheses that do not change the code, with their
  ///   parentheses, or empty
  /// @param codes what it leads to, without dots; a trailing `-` marks a code that needs more
  ///   characters, of ICD-10-PCS three to seven characters
  /// @param manifestations codes in brackets that follow the first as its manifestation
  public record Term(
      int level,
      String title,
      String nonessential,
      List<String> codes,
      List<String> manifestations,
      List<Reference> references) {
    public Term {
      codes = List.copyOf(codes);
      manifestations = List.copyOf(manifestations);
      references = List.copyOf(references);
    }
  }

  /// A pointer to another place.
  ///
  /// @param text where to: `Maltreatment`, `Resection, Uterus`
  /// @param codes codes or code beginnings that the publisher attaches to the pointer; often none
  public record Reference(Kind kind, String text, List<String> codes) {
    public Reference {
      codes = List.copyOf(codes);
    }

    /// How strongly it points.
    public enum Kind {
      SEE,
      SEE_ALSO,
      SEE_CATEGORY,
      USE
    }
  }
}
