package org.cleanclaim.coding.pregnancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.pregnancy.Gestation.Period;
import org.cleanclaim.coding.pregnancy.ObstetricConditions.Time;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Conditions that complicate a pregnancy, as all do unless the provider says that it is incidental
/// to them (Official Guidelines I.C.15.a.1): each takes its code of chapter 15, before its own or
/// in its place.
final class ComplicatingConditions {
  /// Symptoms of chapter 18 by their categories: no shock, no convulsions and no sepsis, for which
  /// chapter 15 has codes of their own, and nothing that a test has found.
  private static final Pattern SYMPTOM =
      Pattern.compile("R(?:0[0-9]|1[0-9]|2[0-9]|3[0-9]|4[0-9]|5[0-358]|6[1348])");

  /// Alphabetic Index, Pregnancy, complicated by, specified condition NEC.
  private static final String SPECIFIED_CONDITION = "O2689";

  /// In titles that do not say which condition it is.
  private static final Pattern OTHER_SPECIFIED = Pattern.compile("\\b[Oo]ther specified\\b");

  private static final String LATE_VOMITING = "O212";

  private static final String PREDIABETES = "R7303";

  /// What is abnormal glucose of a pregnancy (O99.81-), or that itself.
  private static final Pattern ABNORMAL_GLUCOSE = Pattern.compile("O9981|R730[129]");

  private final ObstetricConditions conditions;
  private final ObstetricIndex index;

  ComplicatingConditions(Edition codes, TermIndex terms) {
    this.conditions = new ObstetricConditions(codes);
    this.index = new ObstetricIndex(terms);
  }

  /// The conditions of a pregnant patient, or one who has just given birth, with the codes of
  /// chapter 15 that they take.
  ///
  /// @param notCoded what gives way is added
  List<Suggestion> settle(
      Documentation note,
      Gestation gestation,
      boolean isDelivered,
      List<Suggestion> all,
      List<Mention> notCoded) {
    var settled = new ArrayList<Suggestion>();
    for (Suggestion condition : all) {
      if (isOfAbnormalGlucose(condition, all)) {
        String said = "O99.81- says it, by the Excludes1 note at R73.0 (I.C.15.a.1)";
        ObstetricCodes.drop(condition, said, notCoded);
        continue;
      }
      Optional<Obstetric> found =
          obstetric(note, condition, gestation, isDelivered)
              .or(() ->
                  isSymptomByItself(note, condition, all)
                      ? specified(gestation, isDelivered)
                      : Optional.empty());
      if (found.isEmpty()) {
        settled.add(condition);
        continue;
      }
      Obstetric obstetric = found.get();
      Optional<Suggestion> instead = instead(obstetric, condition, all);
      if (instead.isPresent()) {
        String apart =
            "%s is coded for it, an Excludes1 note keeps it apart from %s (I.A.12.a)"
                .formatted(
                    Icd10Cm.written(instead.get().code()),
                    Icd10Cm.written(obstetric.entry().code()));
        ObstetricCodes.drop(condition, apart, notCoded);
        continue;
      }
      boolean isThere =
          Stream.concat(settled.stream(), all.stream())
              .anyMatch(s -> !s.equals(condition) && s.code().startsWith(obstetric.below()));
      if (!isThere) settled.add(complicating(obstetric.entry(), condition));
      if (obstetric.isSaid()) {
        String said = Icd10Cm.written(obstetric.entry().code()) + " says it (I.C.15.a.1)";
        ObstetricCodes.drop(condition, said, notCoded);
      } else {
        settled.add(condition);
      }
    }
    return List.copyOf(settled);
  }

  /// The code of chapter 15 that a condition takes.
  ///
  /// @param below the code that it stands below
  /// @param isSaid whether it says the condition too
  /// @param apart how the codes begin that are coded in its place
  private record Obstetric(String below, CodeEntry entry, boolean isSaid, List<String> apart) {}

  private static Optional<Suggestion> instead(
      Obstetric obstetric, Suggestion condition, List<Suggestion> all) {
    return all.stream()
        .filter(other -> !other.equals(condition))
        .filter(other -> obstetric.apart().stream().anyMatch(other.code()::startsWith))
        .findFirst();
  }

  private static boolean isOfAbnormalGlucose(Suggestion condition, List<Suggestion> all) {
    return condition.code().equals(PREDIABETES)
        && all.stream().anyMatch(other -> ABNORMAL_GLUCOSE.matcher(other.code()).lookingAt());
  }

  /// Of a symptom by the Index, of what else by the tabular list, else by the Index.
  private Optional<Obstetric> obstetric(
      Documentation note, Suggestion condition, Gestation gestation, boolean isDelivered) {
    boolean isBefore = isBefore(gestation, isDelivered);
    Optional<String> indexed =
        isBefore && !isObstetric(condition) ? indexed(condition) : Optional.empty();
    String named = indexed.filter(code -> isSymptom(condition)).orElse(condition.code());
    Optional<Obstetric> byTabular =
        ObstetricConditions.rows(named).stream()
            .filter(
                row -> !row.code().equals(LATE_VOMITING) || !VomitingOnset.isEarly(note, gestation))
            .flatMap(row ->
                entry(row, gestation, isDelivered)
                    .map(entry -> new Obstetric(row.code(), entry, row.isSaid(), row.apart()))
                    .stream())
            .findFirst();
    return byTabular.or(() -> indexed.flatMap(code -> below(code, gestation)));
  }

  private Optional<String> indexed(Suggestion condition) {
    return condition.evidence().stream()
        .flatMap(at -> index.complicatedBy(at.quote()).stream())
        .findFirst();
  }

  private Optional<Obstetric> below(String code, Gestation gestation) {
    return conditions
        .inPregnancy(code, gestation.trimester())
        .map(entry ->
            new Obstetric(code, entry, !OTHER_SPECIFIED.matcher(entry.title()).find(), List.of()));
  }

  /// A symptom that the Index does not have is a specified condition.
  private Optional<Obstetric> specified(Gestation gestation, boolean isDelivered) {
    return isBefore(gestation, isDelivered)
        ? below(SPECIFIED_CONDITION, gestation)
        : Optional.empty();
  }

  private static boolean isBefore(Gestation gestation, boolean isDelivered) {
    return gestation.period() == Period.PREGNANCY && !isDelivered;
  }

  private static boolean isSymptom(Suggestion condition) {
    return SYMPTOM.matcher(condition.code()).lookingAt();
  }

  /// Whether no diagnosis stands on its line, which would take the code of chapter 15.
  private static boolean isSymptomByItself(
      Documentation note, Suggestion symptom, List<Suggestion> all) {
    return isSymptom(symptom)
        && all.stream()
            .filter(other -> !isSymptom(other))
            .noneMatch(other ->
                other.evidence().stream()
                    .anyMatch(
                        at -> symptom.evidence().stream().anyMatch(of -> isOneLine(note, at, of))));
  }

  private static boolean isOneLine(Documentation note, Evidence one, Evidence other) {
    int from = Math.min(one.start(), other.start());
    int to = Math.max(one.end(), other.end());
    return note.text().indexOf('\n', from, to) < 0;
  }

  private static boolean isObstetric(Suggestion condition) {
    return condition.code().startsWith("O") || condition.code().startsWith("Z");
  }

  private Optional<CodeEntry> entry(
      ObstetricConditions.Row row, Gestation gestation, boolean isDelivered) {
    String code = row.code();
    if (gestation.period() == Period.PUERPERIUM) {
      return row.time().isOver() ? Optional.empty() : conditions.inPuerperium(code);
    }
    if (row.time() == Time.AFTER) {
      return isDelivered ? conditions.inPuerperium(code) : Optional.empty();
    }
    if (!row.time().takes(gestation)) return Optional.empty();
    return (isDelivered ? conditions.inChildbirth(code) : Optional.<CodeEntry>empty())
        .or(() -> conditions.inPregnancy(code, gestation.trimester()));
  }

  private static Suggestion complicating(CodeEntry obstetric, Suggestion condition) {
    return ObstetricCodes.besides(
        obstetric,
        condition,
        condition.evidence(),
        "%s in a pregnant patient or just after the delivery is coded as %s (I.C.15.a.1)"
            .formatted(Icd10Cm.written(condition.code()), Icd10Cm.written(obstetric.code())));
  }
}
