package org.cleanclaim.codesets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.codesets.book.IndexBook;
import org.cleanclaim.codesets.book.Place;

/// One path of the alphabetic index: the words a clinician writes and the code they lead to.
///
/// @param phrase lower-case words, main term first or in natural order: `essential hypertension`
/// @param code without dot; may be a category that needs more detail
public record IndexTerm(String phrase, String code) {

  /// The paths of an edition's index, each with its first code.
  static List<IndexTerm> of(Edition edition) {
    return edition.books().index().map(IndexTerm::of).orElse(List.of());
  }

  private static List<IndexTerm> of(IndexBook index) {
    var terms = new ArrayList<IndexTerm>(index.size());
    for (int i = 0; i < index.size(); i++) {
      var place = new Place(i);
      List<String> codes = index.term(place).codes();
      if (codes.isEmpty()) continue;
      String code = codes.getFirst().replace("-", "");
      terms.add(new IndexTerm(index.path(place).toLowerCase(Locale.ROOT), code));
    }
    return terms;
  }
}
