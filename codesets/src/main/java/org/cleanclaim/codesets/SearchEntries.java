package org.cleanclaim.codesets;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.codesets.book.Phrases;
import org.cleanclaim.codesets.packed.CodeTable;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.search.SearchEntry;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.cleanclaim.codesets.search.SearchEntry.Phrase;
import org.cleanclaim.kernel.code.CodeSystem;

/// All codes of an edition with all the words that its books have for them, made one by one as the
/// search takes them in.
public final class SearchEntries implements Iterable<SearchEntry> {
  /// The tables whose words are searched; the others change no answer.
  static final Set<PublicationKind> LOOKED_AT =
      EnumSet.complementOf(
          EnumSet.of(
              PublicationKind.ICD10CM_POA_EXEMPT,
              PublicationKind.ICD10CM_SEX,
              PublicationKind.ICD10CM_AGE,
              PublicationKind.ICD10CM_CONVERSIONS,
              PublicationKind.ICD10CM_TO_ICD9,
              PublicationKind.ICD9_TO_ICD10CM,
              PublicationKind.ICD10PCS_TABLES,
              PublicationKind.ICD10PCS_DEFINITIONS));

  private final CodeSystem system;
  private final CodeTable codes;
  private final Map<String, List<Phrase>> phrases;

  private SearchEntries(CodeSystem system, CodeTable codes, Map<String, List<Phrase>> phrases) {
    this.system = system;
    this.codes = codes;
    this.phrases = phrases;
  }

  public static SearchEntries of(Edition edition) {
    var phrases = new Phrases();
    Bookshelf books = edition.books();
    edition.table(PublicationKind.ICD10CM_TABULAR, TabularList.class).ifPresent(phrases::tabular);
    books.index().ifPresent(book -> phrases.index(book, Origin.INDEX));
    books.externalCauses().ifPresent(book -> phrases.index(book, Origin.EXTERNAL_CAUSE_INDEX));
    books.table(PublicationKind.ICD10CM_NEOPLASMS).ifPresent(phrases::neoplasms);
    books.table(PublicationKind.ICD10CM_DRUGS).ifPresent(phrases::drugs);
    return new SearchEntries(edition.system(), edition.codes(), phrases.byCode());
  }

  @Override
  public Iterator<SearchEntry> iterator() {
    return codes.rows().stream().map(this::entry).iterator();
  }

  private SearchEntry entry(CodeList.Row row) {
    var words = new ArrayList<Phrase>();
    if (!row.shortTitle().isEmpty() && !row.shortTitle().equals(row.title())) {
      words.add(new Phrase(Origin.SHORT_TITLE, row.shortTitle()));
    }
    words.addAll(phrases.getOrDefault(row.code(), List.of()));
    return new SearchEntry(
        row.code(), row.billable(), row.title(), category(row.code()), chapter(row.code()), words);
  }

  /// The heading to group by.
  private String category(String code) {
    return switch (system) {
      case ICD10CM, ICD10PCS -> code.substring(0, Math.min(3, code.length()));
      case HCPCS -> code.substring(0, 1);
      case CPT, MODIFIER, PLACE_OF_SERVICE, CARC, RARC, REVENUE, TAXONOMY -> "";
    };
  }

  private String chapter(String code) {
    return switch (system) {
      case ICD10CM -> DiseaseChapter.of(code).map(DiseaseChapter::number).orElse("");
      case ICD10PCS, HCPCS -> code.substring(0, 1);
      case CPT, MODIFIER, PLACE_OF_SERVICE, CARC, RARC, REVENUE, TAXONOMY -> "";
    };
  }
}
