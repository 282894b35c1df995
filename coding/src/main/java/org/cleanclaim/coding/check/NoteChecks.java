package org.cleanclaim.coding.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.book.Excludes.Exclusion;
import org.cleanclaim.codesets.book.Inherited;
import org.cleanclaim.coding.guideline.Excludes1Reach;
import org.cleanclaim.coding.specificity.Side;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.party.Sex;

/// What the instructional notes of the Tabular List say of codes that stand together (Official
/// Guidelines, section I.A.12, I.A.13, I.A.17).
final class NoteChecks {
  static final Pattern MANIFESTATION =
      Pattern.compile("\\bin [^,;]*diseases? classified elsewhere");

  private static final Pattern LONG_CODE = Pattern.compile("([A-Z][0-9A][0-9A-Z])([0-9A-Z]+)");

  private NoteChecks() {}

  static void check(ChartView view, Findings findings) {
    excludes(view, findings);
    manifestations(view, findings);
    for (Listed code : view.codes()) {
      codeFirst(view, code, findings);
      order(view, code, findings);
    }
  }

  /// What notes ask for beside a code where it is documented: such a note binds only when the
  /// patient has the condition. A chart without documents is told of every note.
  static void additions(ChartView view, Documented documented, Findings findings) {
    for (Listed code : view.codes()) underlying(view, documented, code, findings);
    wanted(view, documented, Note.Kind.USE_ADDITIONAL, ChartRule.USE_ADDITIONAL, findings);
    wanted(view, documented, Note.Kind.CODE_ALSO, ChartRule.CODE_ALSO, findings);
  }

  private static void excludes(ChartView view, Findings findings) {
    var excludes = view.edition().books().excludes();
    if (excludes.isEmpty()) return;
    List<Listed> codes = view.codes();
    for (int i = 0; i < codes.size(); i++) {
      for (int j = i + 1; j < codes.size(); j++) {
        Listed first = codes.get(i);
        Listed second = codes.get(j);
        if (Excludes1Reach.areTogether(first.code(), second.code(), view.day())) continue;
        List<Exclusion> between =
            excludes.get().excludes1(first.code(), second.code()).stream()
                .filter(e ->
                    Excludes1Reach.reaches(
                        e.note(), e.named(), Side.of(first.title()), Side.of(second.title())))
                .toList();
        if (between.isEmpty()) continue;
        Exclusion exclusion = between.getFirst();
        findings.add(
            ChartRule.EXCLUDES1,
            ChartRule.EXCLUDES1.severity(),
            second.place(),
            "An Excludes1 note at %s keeps %s and %s apart."
                .formatted(
                    ChartView.printed(exclusion.entry().id()), first.dotted(), second.dotted()),
            "Keep the one that the record names; keep both only where it says that the two"
                + " conditions are unrelated.",
            view.note(ChartRule.EXCLUDES1, exclusion.entry().id()));
      }
    }
  }

  private static void manifestations(ChartView view, Findings findings) {
    view.first()
        .filter(code -> isManifestation(view, code))
        .ifPresent(code ->
            findings.add(
                ChartRule.MANIFESTATION_FIRST,
                code,
                code.dotted() + " is a manifestation and stands first.",
                "List the underlying disease before it."));
  }

  static boolean isManifestation(ChartView view, Listed code) {
    if (code.titleHas(MANIFESTATION)) return true;
    return view.edition().ancestors(code.code()).stream()
        .map(CodeEntry::title)
        .anyMatch(t -> MANIFESTATION.matcher(t.toLowerCase(Locale.ROOT)).find());
  }

  /// A manifestation never stands without its underlying disease.
  private static void codeFirst(ChartView view, Listed code, Findings findings) {
    if (!isManifestation(view, code)) return;
    missing(view, code, Note.Kind.CODE_FIRST)
        .forEach((entry, notes) ->
            findings.add(
                ChartRule.CODE_FIRST,
                Severity.WARNING,
                code.place(),
                "A note at %s wants %s coded before %s."
                    .formatted(ChartView.printed(entry), named(notes), code.dotted()),
                "Add the underlying disease before it.",
                view.note(ChartRule.CODE_FIRST, entry)));
  }

  /// The notes of a kind that no code of the chart answers, by the entry that they are printed at.
  /// Those of one entry name alternatives: one of them is enough.
  private static Map<String, List<Inherited>> missing(ChartView view, Listed code, Note.Kind kind) {
    Map<String, List<Inherited>> missing = byEntry(view.notesOfCodes(code, kind));
    missing.values().removeIf(notes -> notes.stream().anyMatch(n -> isNamed(view, code, n)));
    return missing;
  }

  /// What stands before a code that is no manifestation.
  private static void underlying(
      ChartView view, Documented documented, Listed code, Findings findings) {
    if (isManifestation(view, code)) return;
    missing(view, code, Note.Kind.CODE_FIRST)
        .forEach((entry, notes) -> {
          if (isForPregnancyOnly(notes) && view.chart().sex() == Sex.MALE) return;
          String asks =
              "A note at %s wants %s coded before %s"
                  .formatted(ChartView.printed(entry), named(notes), code.dotted());
          tell(view, documented, ChartRule.CODE_FIRST, code, entry, notes, asks, findings);
        });
  }

  private static void tell(
      ChartView view,
      Documented documented,
      ChartRule rule,
      Listed code,
      String entry,
      List<Inherited> notes,
      String asks,
      Findings findings) {
    if (documented.isSilent()) {
      findings.add(
          rule,
          Severity.INFORMATION,
          code.place(),
          asks + ".",
          "Add it where the record names it.",
          view.note(rule, entry));
      return;
    }
    documented
        .naming(other -> notes.stream().anyMatch(n -> n.note().names(other)))
        .ifPresent(named ->
            findings.add(
                rule,
                Severity.INFORMATION,
                code.place().at(named.at()),
                asks + "; the documents have words for " + named.dotted() + ".",
                "Compare the words; add the code where they hold.",
                view.note(rule, entry)));
  }

  private static boolean isForPregnancyOnly(List<Inherited> notes) {
    return notes.stream().flatMap(n -> n.note().codes().stream()).allMatch(c -> c.startsWith("O"));
  }

  /// What is to stand before the code stands behind it.
  private static void order(ChartView view, Listed code, Findings findings) {
    for (Listed other : view.codes()) {
      if (!code.isBefore(other)) continue;
      firstOf(view, code, other)
          .ifPresent(note ->
              findings.add(
                  ChartRule.CODE_FIRST_ORDER,
                  ChartRule.CODE_FIRST_ORDER.severity(),
                  code.place(),
                  "A note at %s wants %s before %s."
                      .formatted(
                          ChartView.printed(note.entry().id()), other.dotted(), code.dotted()),
                  "Put " + other.dotted() + " before it.",
                  view.note(ChartRule.CODE_FIRST_ORDER, note.entry().id())));
    }
  }

  /// The note that wants `other` before `code`: a Code first note of the one or a Use additional
  /// code note of the other, as long as no note says the opposite.
  private static Optional<Inherited> firstOf(ChartView view, Listed code, Listed other) {
    var wants = before(view, code, other);
    return wants.isPresent() && before(view, other, code).isEmpty() ? wants : Optional.empty();
  }

  private static Optional<Inherited> before(ChartView view, Listed code, Listed other) {
    return view.notesOfCodes(code, Note.Kind.CODE_FIRST).stream()
        .filter(n -> n.note().names(other.code()))
        .findFirst()
        .or(() ->
            view.notesOfCodes(other, Note.Kind.USE_ADDITIONAL).stream()
                .filter(n -> n.note().names(code.code()))
                .findFirst());
  }

  private static void wanted(
      ChartView view, Documented documented, Note.Kind kind, ChartRule rule, Findings findings) {
    Set<String> told = new HashSet<>();
    for (Listed code : view.codes()) {
      missing(view, code, kind)
          .forEach((entry, notes) -> {
            if (!told.add(entry)) return;
            String asks =
                "A note at %s asks for %s besides %s"
                    .formatted(ChartView.printed(entry), named(notes), code.dotted());
            tell(view, documented, rule, code, entry, notes, asks, findings);
          });
    }
  }

  private static boolean isNamed(ChartView view, Listed code, Inherited note) {
    return view.codes().stream()
        .anyMatch(other -> other.position() != code.position() && note.note().names(other.code()));
  }

  /// The notes that name codes, by the entry that they are printed at.
  private static Map<String, List<Inherited>> byEntry(List<Inherited> notes) {
    var byEntry = new LinkedHashMap<String, List<Inherited>>();
    for (Inherited note : notes) {
      if (note.note().codes().isEmpty()) continue;
      byEntry.computeIfAbsent(note.entry().id(), id -> new ArrayList<>()).add(note);
    }
    return byEntry;
  }

  /// The codes that notes name, at most six.
  private static String named(List<Inherited> notes) {
    List<String> codes =
        notes.stream()
            .flatMap(n -> n.note().codes().stream())
            .map(NoteChecks::dotted)
            .distinct()
            .limit(7)
            .toList();
    return codes.size() < 7
        ? String.join(", ", codes)
        : String.join(", ", codes.subList(0, 6)) + " and others";
  }

  /// A code, `O24-` or a range as people write it.
  private static String dotted(String named) {
    return LONG_CODE.matcher(named).replaceAll("$1.$2");
  }
}
