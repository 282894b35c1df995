package org.cleanclaim.codesets;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.search.CodeSearchIndex;
import org.cleanclaim.codesets.search.SearchFilter;
import org.cleanclaim.codesets.search.SearchRequest;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// What a coder looks for.
///
/// @param text words, stems, abbreviations or a piece of a code
/// @param systems where to look
/// @param asOf the day of service
/// @param limit the most codes of each system
/// @param filter billable codes alone, a chapter alone
/// @param sex the patient's, to leave out codes of the other; null for any
/// @param ageYears the patient's on the day, to leave out codes of other ages; null for any
public record CodeQuery(
    String text,
    Set<CodeSystem> systems,
    LocalDate asOf,
    int limit,
    SearchFilter filter,
    @Nullable Sex sex,
    @Nullable Integer ageYears) {
  /// Hits that fall to the day's, sex's or age's filter are made up for by asking for more.
  private static final int SPARE = 4;

  public CodeQuery {
    systems = Set.copyOf(systems);
  }

  /// All codes of one system.
  public static CodeQuery of(CodeSystem system, String text, LocalDate asOf, int limit) {
    return new CodeQuery(text, Set.of(system), asOf, limit, SearchFilter.NONE, null, null);
  }

  List<CodeHit> ask(Edition edition, CodeSearchIndex index) {
    boolean isNarrow = sex != null || ageYears != null || edition.codes().hasPeriods();
    var request = new SearchRequest(text, isNarrow ? limit * SPARE : limit, filter);
    return index.search(request).stream()
        .flatMap(
            found -> edition.find(found.code()).map(entry -> new CodeHit(entry, found)).stream())
        .filter(hit -> hit.entry().period().contains(asOf))
        .filter(hit -> edition.demographics().allow(hit.entry().code(), sex, ageYears))
        .limit(limit)
        .toList();
  }
}
