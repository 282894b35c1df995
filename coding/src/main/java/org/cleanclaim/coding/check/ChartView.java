package org.cleanclaim.coding.check;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.book.Inherited;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.TabularList.Level;
import org.cleanclaim.coding.document.NoteReader;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.Icd10Cm;

/// A chart with the books that hold on its day.
final class ChartView {
  /// How the source of a list goes on that is one part of a book over an older one.
  private static final String EXCERPT = "an excerpt: ";

  private final CodedChart chart;
  private final CodeSets codeSets;
  private final Edition edition;
  private final LocalDate day;
  private final List<Listed> codes = new ArrayList<>();
  private final Map<String, List<Sentence>> sentences = new HashMap<>();
  private final Map<NotesOf, List<Inherited>> notesOfCodes = new HashMap<>();

  private record NotesOf(String code, Note.Kind kind) {}

  ChartView(CodedChart chart, CodeSets codeSets, Edition edition) {
    this.chart = chart;
    this.codeSets = codeSets;
    this.edition = edition;
    this.day = chart.codedOn();
    for (OrderedCode ordered : chart.codes()) {
      Listed typed = Listed.of(codes.size() + 1, ordered, null);
      codes.add(Listed.of(typed.position(), ordered, find(typed.code()).orElse(null)));
    }
  }

  CodedChart chart() {
    return chart;
  }

  CodeSets codeSets() {
    return codeSets;
  }

  Edition edition() {
    return edition;
  }

  LocalDate day() {
    return day;
  }

  /// All codes in their order, also those that are not valid.
  List<Listed> codes() {
    return codes;
  }

  /// The first-listed code, unless the chart has none.
  Optional<Listed> first() {
    return codes.stream().findFirst();
  }

  /// The codes that begin with one of these.
  List<Listed> codes(String... prefixes) {
    return codes.stream().filter(c -> c.isAny(prefixes)).toList();
  }

  boolean has(String... prefixes) {
    return codes.stream().anyMatch(c -> c.isAny(prefixes));
  }

  /// The codes whose titles match.
  List<Listed> titled(Pattern words) {
    return codes.stream().filter(c -> c.titleHas(words)).toList();
  }

  /// The sentences of a document, read once.
  List<Sentence> sentences(ChartDocument document) {
    return sentences.computeIfAbsent(document.id(), id -> NoteReader.read(document.text()));
  }

  Optional<CodeEntry> find(String code) {
    return edition.find(code).filter(entry -> entry.period().contains(day));
  }

  /// The notes of a kind that bind a code, with the entry that each is printed at.
  List<Inherited> notes(Listed code, Note.Kind kind) {
    return edition.books().notes().map(all -> all.of(code.code(), kind)).orElse(List.of());
  }

  /// The same without those of sections and chapters, which speak of most of their codes only.
  List<Inherited> notesOfCodes(Listed code, Note.Kind kind) {
    return notesOfCodes.computeIfAbsent(
        new NotesOf(code.code(), kind),
        asked -> notes(code, kind).stream().filter(n -> n.entry().level() == Level.CODE).toList());
  }

  /// The Official Guidelines of the fiscal year of the chart's day.
  Citation guideline(ChartRule rule) {
    int year = fiscalYear();
    return new Citation(
        "ICD-10-CM Official Guidelines FY" + year + ", " + rule.section(), fiscalPeriod(year));
  }

  /// A note of the Tabular List, with the section of the guidelines that explains it. The list may
  /// be of an earlier year than the codes.
  Citation note(ChartRule rule, String entry) {
    Optional<InstalledPublication.Label> list =
        edition.publications().stream()
            .filter(each -> each.kind() == PublicationKind.ICD10CM_TABULAR)
            .map(InstalledPublication::label)
            .findFirst();
    return new Citation(
        "ICD-10-CM Tabular List "
            + list.map(ChartView::named).orElse(edition.name())
            + ", note at "
            + printed(entry)
            + "; Official Guidelines FY"
            + fiscalYear()
            + ", "
            + rule.section(),
        list.map(each -> EffectivePeriod.from(each.effectiveFrom())).orElse(edition.listPeriod()));
  }

  /// The edition of a list; of an excerpt also what it lies over.
  private static String named(InstalledPublication.Label list) {
    int excerpt = list.source().indexOf(EXCERPT);
    return excerpt < 0
        ? list.edition()
        : list.edition() + " (" + list.source().substring(excerpt) + ")";
  }

  /// An entry of the Tabular List as it is printed: codes with their dot.
  static String printed(String entry) {
    return Icd10Cm.parse(entry).map(Icd10Cm::dotted).orElse(entry);
  }

  /// The code list itself.
  Citation list() {
    return new Citation(edition.name() + ", " + edition.source(), edition.listPeriod());
  }

  private int fiscalYear() {
    return day.plusMonths(3).getYear();
  }

  private static EffectivePeriod fiscalPeriod(int year) {
    return new EffectivePeriod(
        LocalDate.of(year - 1, Month.OCTOBER, 1), LocalDate.of(year, Month.OCTOBER, 1));
  }
}
