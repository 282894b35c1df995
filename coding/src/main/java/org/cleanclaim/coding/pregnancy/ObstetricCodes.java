package org.cleanclaim.coding.pregnancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.pregnancy.Gestation.Period;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Turns the suggestions for a pregnant patient into those of an obstetric record: conditions take
/// a code of chapter 15 unless the pregnancy is incidental (Official Guidelines I.C.15.a.1), a
/// delivery its outcome (I.C.15.b.5), and all of it the completed weeks (I.C.21.c.11).
public final class ObstetricCodes {
  private static final String INCIDENTAL = "Z331";
  private static final String WEEKS = "Z3A";
  private static final String ROUTINE = "Z349";
  private static final String POSTPARTUM_VISIT = "Z392";
  private static final Pattern POSTPARTUM = Pattern.compile("(?i)post-?partum");
  private static final String UNSPECIFIED_CONDITION = "O269";

  private static final String BORN = "Z38";
  private static final String PERINATAL = "P";

  private static final String GUILLAIN_BARRE = "G610";
  private static final String CARRIER_OF_STREPTOCOCCUS_B = "Z22330";
  private static final Pattern OF_NERVES =
      Pattern.compile(
          "(?i)\\b(?:guillain\\w*|neuropath\\w+|polyneur\\w+|demyelinat\\w+|paralys\\w+|weakness|ivig|plasmapheresis|plasma"
              + " exchange)\\b");

  private static final String SINGLE_LIVE_BIRTH = "Z370";
  private static final List<String> DELIVERIES =
      List.of(
          "O80", "O82", "O60", "O61", "O62", "O63", "O64", "O65", "O66", "O67", "O68", "O69", "O70",
          "O71", "O72", "O73", "O74", "O75", "O76", "O77", "Z37");

  private final Edition codes;
  private final ComplicatingConditions complicating;
  private final Hyperemesis hyperemesis;
  private final PlacentaPrevia placentaPrevia;

  public ObstetricCodes(Edition codes, TermIndex terms) {
    this.codes = codes;
    this.complicating = new ComplicatingConditions(codes, terms);
    this.hyperemesis = new Hyperemesis(codes);
    this.placentaPrevia = new PlacentaPrevia(codes);
  }

  /// The suggestions with the codes of chapter 15 that they call for.
  ///
  /// @param notCoded what gives way is added
  public List<Suggestion> settle(
      Documentation note,
      Gestation gestation,
      List<Suggestion> suggestions,
      List<Mention> notCoded) {
    List<Suggestion> settled = withoutGeneral(suggestions, notCoded);
    if (gestation.period() == Period.NONE || isIncidental(note, settled)) return settled;
    settled = placentaPrevia.settle(note, carriers(note, settled));
    boolean isDelivered =
        gestation.period() == Period.PREGNANCY
            && settled.stream().anyMatch(s -> DELIVERIES.stream().anyMatch(s.code()::startsWith));
    settled =
        complicating.settle(
            note, gestation, isDelivered, withoutChild(settled, notCoded), notCoded);
    settled = hyperemesis.settle(note, settled, notCoded);
    if (isDelivered) settled = outcome(settled);
    settled = routine(gestation, settled);
    return weeks(gestation, settled, notCoded);
  }

  /// `Postpartum` and `complicating pregnancy` beside a diagnosis say when it is, not what.
  private static List<Suggestion> withoutGeneral(List<Suggestion> all, List<Mention> notCoded) {
    if (all.size() < 2) return all;
    var kept = new ArrayList<Suggestion>();
    for (Suggestion each : all) {
      boolean isVisit = each.code().equals(POSTPARTUM_VISIT);
      boolean isWordOnly =
          isVisit
              && each.evidence().stream().allMatch(at -> POSTPARTUM.matcher(at.quote()).matches());
      if (isWordOnly || each.code().startsWith(UNSPECIFIED_CONDITION)) {
        drop(each, "the words tell when, another diagnosis tells what", notCoded);
      } else {
        kept.add(each);
      }
    }
    return List.copyOf(kept);
  }

  private static boolean isIncidental(Documentation note, List<Suggestion> all) {
    return all.stream()
        .filter(s -> s.code().equals(INCIDENTAL))
        .flatMap(s -> s.evidence().stream())
        .anyMatch(at -> {
          int end = note.text().indexOf('\n', at.end());
          String line = note.text().substring(at.start(), end < 0 ? note.text().length() : end);
          return line.toLowerCase(Locale.ROOT).contains("incidental");
        });
  }

  /// `GBS` by itself is the streptococcus of the screening of every pregnancy, unless the note
  /// tells of nerves.
  private List<Suggestion> carriers(Documentation note, List<Suggestion> all) {
    if (OF_NERVES.matcher(note.text()).find()) return all;
    return all.stream()
        .map(each ->
            each.code().equals(GUILLAIN_BARRE)
                    && each.evidence().stream().allMatch(at -> at.quote().equals("GBS"))
                ? codes
                    .find(CARRIER_OF_STREPTOCOCCUS_B)
                    .map(entry ->
                        besides(
                            entry,
                            each,
                            each.evidence(),
                            "in a pregnancy GBS is group B streptococcus"))
                    .orElse(each)
                : each)
        .toList();
  }

  /// Conditions of the child and its birth are for its own record (I.C.15.a.2, I.C.15.e.2).
  private static List<Suggestion> withoutChild(List<Suggestion> all, List<Mention> notCoded) {
    var kept = new ArrayList<Suggestion>();
    for (Suggestion each : all) {
      if (each.code().startsWith(BORN) || each.code().startsWith(PERINATAL)) {
        drop(each, "for the record of the child, this one is the mother's (I.C.15.e.2)", notCoded);
      } else {
        kept.add(each);
      }
    }
    return List.copyOf(kept);
  }

  /// O80 is of a single live birth (I.C.15.n.3).
  private List<Suggestion> outcome(List<Suggestion> all) {
    boolean hasOutcome = all.stream().anyMatch(s -> s.code().startsWith("Z37"));
    Optional<Suggestion> normal = all.stream().filter(s -> s.code().equals("O80")).findFirst();
    if (hasOutcome || normal.isEmpty()) return all;
    var settled = new ArrayList<>(all);
    codes
        .find(SINGLE_LIVE_BIRTH)
        .map(entry ->
            besides(
                entry,
                normal.get(),
                normal.get().evidence(),
                "the only outcome that goes with O80 (I.C.15.n.3)"))
        .ifPresent(settled::add);
    return List.copyOf(settled);
  }

  /// How many pregnancies there were tells which one is supervised.
  private List<Suggestion> routine(Gestation gestation, List<Suggestion> all) {
    if (gestation.pregnancies() == 0) return all;
    String supervised = gestation.pregnancies() == 1 ? "Z340" : "Z348";
    return all.stream()
        .map(each ->
            !each.code().startsWith(ROUTINE)
                ? each
                : codes
                    .find(supervised + each.code().substring(ROUTINE.length()))
                    .map(entry ->
                        besides(
                            entry,
                            each,
                            each.evidence(),
                            "pregnancies told of: " + gestation.pregnancies()))
                    .orElse(each))
        .toList();
  }

  /// Abortive outcomes and what comes after the delivery have no weeks (I.C.21.c.11).
  private List<Suggestion> weeks(
      Gestation gestation, List<Suggestion> all, List<Mention> notCoded) {
    Optional<Suggestion> obstetric =
        all.stream().filter(s -> Gestation.isOfPregnancy(s.code())).findFirst();
    Integer completed = gestation.completedWeeks();
    if (obstetric.isEmpty() || completed == null) return all;
    String code = completed < 8 ? "Z3A01" : "Z3A%02d".formatted(completed);
    Optional<CodeEntry> entry = codes.find(code).filter(CodeEntry::billable);
    if (entry.isEmpty()) return all;
    var settled = new ArrayList<Suggestion>();
    for (Suggestion each : all) {
      if (each.code().startsWith(WEEKS)) {
        if (!each.code().equals(code)) drop(each, "the note counts other weeks", notCoded);
      } else {
        settled.add(each);
      }
    }
    settled.add(
        new Suggestion(
            CodeSystem.ICD10CM,
            entry.get().code(),
            entry.get().title(),
            obstetric.get().confidencePercent(),
            gestation.weeksAt(),
            List.of(
                "“%s” are completed weeks, told beside %s (I.C.15.a.7, I.C.21.c.11)"
                    .formatted(
                        gestation.weeksAt().getFirst().quote(),
                        Icd10Cm.written(obstetric.get().code()))),
            List.of()));
    return List.copyOf(settled);
  }

  static Suggestion besides(CodeEntry entry, Suggestion from, List<Evidence> evidence, String why) {
    var path = new ArrayList<>(from.path());
    path.add(why);
    return new Suggestion(
        CodeSystem.ICD10CM,
        entry.code(),
        entry.title(),
        from.confidencePercent(),
        evidence,
        path,
        List.of());
  }

  static void drop(Suggestion each, String why, List<Mention> notCoded) {
    each.evidence().forEach(at -> notCoded.add(new Mention(at, each.code(), true, why)));
  }
}
