package org.cleanclaim.codesets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.book.CodeFamily.Relative;
import org.cleanclaim.codesets.book.IndexBook;
import org.cleanclaim.codesets.book.Inherited;
import org.cleanclaim.codesets.book.Lead;
import org.cleanclaim.codesets.book.Links;
import org.cleanclaim.codesets.book.Manifestations;
import org.cleanclaim.codesets.book.SeventhCharacters;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Everything that the installed tables know of one code.
///
/// @param edition the edition that answers
/// @param above what it stands under, nearest first
/// @param below the more exact codes directly below it
/// @param notes those that bind it, its own first, with the entry that each is printed at
/// @param seventh what its 7th character may be
/// @param sides the same condition on other sides, itself among them
/// @param encounters the same condition at other encounters, itself among them
/// @param pairs what is reported together with it, and in which order
/// @param poaExempt empty when no list that says so is installed
/// @param formerly the codes that it came from, by the conversion table
/// @param later the codes that came from it
/// @param icd9 what it was in ICD-9-CM
/// @param terms the lines of the indexes and tables that lead to it
/// @param history the spans in which it is listed, the oldest first
public record CodeCard(
    CodeEntry entry,
    Edition edition,
    List<Relative> above,
    List<Relative> below,
    List<Inherited> notes,
    Optional<SeventhCharacters.Choices> seventh,
    List<Relative> sides,
    List<Relative> encounters,
    boolean isManifestation,
    List<Manifestations.Pair> pairs,
    Optional<Boolean> poaExempt,
    @Nullable Sex sex,
    Demographics.@Nullable AgeRange ages,
    List<Crosswalk.Link> formerly,
    List<Crosswalk.Link> later,
    List<Crosswalk.Link> icd9,
    List<Line> terms,
    List<Span> history) {
  private static final int MOST_LINES = 60;
  private static final int MOST_PAIRS = 40;

  /// A line that leads to the code.
  ///
  /// @param book the index or table it stands in
  /// @param ordinal its place there
  /// @param column of a table, else empty
  public record Line(PublicationKind book, int ordinal, String path, String column) {}

  /// An edition that lists the code.
  public record Span(String edition, LocalDate from, boolean billable, String title) {}

  /// The card of a code as it stands on a day; empty when it is not listed then.
  ///
  /// @param code without dot
  public static Optional<CodeCard> of(
      CodeSets codeSets, CodeSystem system, String code, LocalDate asOf) {
    return codeSets
        .edition(system, asOf)
        .flatMap(edition ->
            edition
                .find(code)
                .filter(entry -> entry.period().contains(asOf))
                .map(entry -> card(codeSets, edition, entry)));
  }

  /// The editions that list a code, whether it is valid today or not.
  public static List<Span> history(CodeSets codeSets, CodeSystem system, String code) {
    var spans = new ArrayList<Span>();
    for (Edition edition : codeSets.editions(system)) {
      LocalDate from = edition.listPeriod().from();
      boolean isTold = !spans.isEmpty() && spans.getLast().from().equals(from);
      if (isTold || edition.starter()) continue;
      edition
          .find(code)
          .ifPresent(e -> spans.add(new Span(edition.name(), from, e.billable(), e.title())));
    }
    return spans;
  }

  private static CodeCard card(CodeSets codeSets, Edition edition, CodeEntry entry) {
    String code = entry.code();
    Bookshelf books = edition.books();
    var family = books.family();
    var manifestations = books.manifestations();
    boolean isDisease = edition.system() == CodeSystem.ICD10CM;
    Optional<Links> conversions = books.links(PublicationKind.ICD10CM_CONVERSIONS);
    return new CodeCard(
        entry,
        edition,
        family.ancestors(code),
        family.children(code),
        books.notes().map(notes -> notes.of(code)).orElse(List.of()),
        books.seventhCharacters().flatMap(seventh -> seventh.choices(code)),
        isDisease ? family.sides(code) : List.of(),
        isDisease ? family.encounters(code) : List.of(),
        manifestations.map(m -> m.isManifestation(code)).orElse(false),
        manifestations
            .map(m -> m.pairs(code).stream().limit(MOST_PAIRS).toList())
            .orElse(List.of()),
        isDisease ? edition.isPoaExempt(code) : Optional.empty(),
        edition.demographics().sex(code),
        edition.demographics().ages(code),
        conversions.map(links -> links.to(code)).orElse(List.of()),
        conversions.map(links -> links.from(code)).orElse(List.of()),
        books
            .links(PublicationKind.ICD10CM_TO_ICD9)
            .map(links -> links.from(code))
            .orElse(List.of()),
        lines(books, edition.system(), code),
        history(codeSets, edition.system(), code));
  }

  private static List<Line> lines(Bookshelf books, CodeSystem system, String code) {
    var lines = new ArrayList<Line>();
    switch (system) {
      case ICD10CM -> {
        books.index().ifPresent(b -> add(lines, PublicationKind.ICD10CM_INDEX, b, code));
        books
            .externalCauses()
            .ifPresent(b -> add(lines, PublicationKind.ICD10CM_EXTERNAL_CAUSES, b, code));
        addRows(lines, PublicationKind.ICD10CM_NEOPLASMS, books, code);
        addRows(lines, PublicationKind.ICD10CM_DRUGS, books, code);
      }
      case ICD10PCS ->
          books.index().ifPresent(b -> add(lines, PublicationKind.ICD10PCS_INDEX, b, code));
      case HCPCS, CPT, MODIFIER, PLACE_OF_SERVICE, CARC, RARC, REVENUE, TAXONOMY -> {}
    }
    return lines.size() > MOST_LINES ? lines.subList(0, MOST_LINES) : lines;
  }

  private static void add(List<Line> lines, PublicationKind kind, IndexBook book, String code) {
    for (Lead lead : book.termsFor(code)) {
      lines.add(new Line(kind, lead.place().ordinal(), book.path(lead.place()), ""));
    }
  }

  private static void addRows(
      List<Line> lines, PublicationKind kind, Bookshelf books, String code) {
    books
        .table(kind)
        .ifPresent(table -> {
          for (Lead lead : table.rowsFor(code)) {
            String column =
                table.cells(lead.place()).stream()
                    .filter(cell -> cell.code().equals(lead.code()))
                    .map(cell -> cell.heading())
                    .findFirst()
                    .orElse("");
            lines.add(new Line(kind, lead.place().ordinal(), table.path(lead.place()), column));
          }
        });
  }
}
