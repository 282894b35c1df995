package org.cleanclaim.coding.guideline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.specificity.Side;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Settles suggestions of one note among each other. What falls away is kept as a mention with the
/// guideline that took it.
public final class Guidelines {
  /// From here on a suggestion rests on the assessment.
  private static final int ASSESSED = 80;

  private static final Pattern DUE_TO =
      Pattern.compile(
          "(?i)[\\s,]*+(?:is |was |are |were |likely |probably )*+(?:due to|because of|caused by"
              + "|secondary to|related to|attributed to|induced by|from taking)\\b");

  /// How many characters behind `due to` the cause may stand.
  private static final int NAMED_WITHIN = 40;

  private static final Pattern SCREENING = Pattern.compile("Z1[123].*");

  private static final Pattern SIDE_BEFORE =
      Pattern.compile("(?i)\\b(right|left|bilateral)(?: [a-z]+){0,2} $");

  private static final Pattern SIDE_BEHIND =
      Pattern.compile("(?i)[ ,(]{1,2}(right|left|bilateral)\\b");

  /// How many characters before the words their side may stand.
  private static final int SIDE_WITHIN = 30;

  private final CodeSets codeSets;
  private final LocalDate asOf;

  public Guidelines(CodeSets codeSets, LocalDate asOf) {
    this.codeSets = codeSets;
    this.asOf = asOf;
  }

  /// The suggestions that remain, first-listed first; the others are added to `notCoded`.
  public List<Suggestion> settle(
      Documentation note, List<Suggestion> found, List<Mention> notCoded) {
    var combined = Combinations.apply(found, codeSets, asOf, notCoded);
    // What stands outside the assessment says nothing against what stands in it.
    var assessed = without(combined, s -> reasonOutside(s, combined), notCoded);
    var kept = without(assessed, s -> reasonToDrop(note.text(), s, assessed), notCoded);
    kept.sort(Comparator.comparingInt(each -> rank(each, kept)));
    return List.copyOf(kept);
  }

  private static List<Suggestion> without(
      List<Suggestion> all, Function<Suggestion, String> reason, List<Mention> notCoded) {
    var kept = new ArrayList<Suggestion>();
    for (Suggestion suggestion : all) {
      String why = reason.apply(suggestion);
      if (why.isEmpty()) {
        kept.add(suggestion);
      } else {
        drop(suggestion, why, notCoded);
      }
    }
    return kept;
  }

  static void drop(Suggestion suggestion, String why, List<Mention> notCoded) {
    suggestion.evidence().forEach(e -> notCoded.add(new Mention(e, suggestion.code(), true, why)));
  }

  private static String reasonOutside(Suggestion suggestion, List<Suggestion> all) {
    String code = suggestion.code();
    boolean hasDiagnosis =
        all.stream()
            .anyMatch(
                o -> isAssessed(o) && !IntegralSymptoms.isSymptom(o.code()) && !isStatus(o.code()));
    if (isAssessed(suggestion) || !hasDiagnosis) return "";
    if (IntegralSymptoms.isSymptom(code)) {
      return "symptom outside the assessment, which names a diagnosis (IV.D)";
    }
    return isStatus(code) || isExternalCause(code)
        ? ""
        : "outside the assessment, which names other diagnoses (IV.G)";
  }

  private String reasonToDrop(String text, Suggestion suggestion, List<Suggestion> all) {
    String code = suggestion.code();
    if (IntegralSymptoms.isSymptom(code)
        && all.stream().anyMatch(o -> isIntegral(text, suggestion, o))) {
      return "symptom integral to a coded diagnosis (I.B.5)";
    }
    for (Suggestion other : all) {
      if (other.code().equals(code)) continue;
      if (isVaguer(suggestion, other))
        return "a more specific code of the category is suggested (I.B.2)";
      if (isOrganismOf(suggestion, other))
        return "the code of the infection says the organism (I.C.1.e)";
      if (isExcludedBy(suggestion, other))
        return "an Excludes1 note keeps it apart from "
            + Icd10Cm.written(other.code())
            + " (I.A.12.a)";
    }
    if (all.stream().anyMatch(o -> SuperficialInjury.isPartOf(suggestion, o))) {
      return "a superficial injury of a place that is hurt more severely (I.C.19.b.1)";
    }
    boolean isInjury =
        all.stream().anyMatch(o -> o.code().charAt(0) == 'S' || o.code().charAt(0) == 'T');
    if (isExternalCause(code) && !isInjury)
      return "an external cause goes with an injury only (I.C.20.a)";
    return "";
  }

  private static boolean isIntegral(String text, Suggestion symptom, Suggestion diagnosis) {
    return IntegralSymptoms.isIntegral(
            symptom.code(), told(text, symptom), diagnosis.code(), told(text, diagnosis))
        && symptom.evidence().stream().noneMatch(at -> hasOtherCause(text, at, diagnosis));
  }

  /// By the title, else by the words of the note.
  private static Side side(Suggestion suggestion) {
    Side side = Side.of(suggestion.title());
    if (side != Side.UNSPECIFIED) return side;
    return Side.of(
        suggestion.evidence().stream().map(Evidence::quote).collect(Collectors.joining(" ")));
  }

  /// By the title, else by the words of the note and those beside them: `left knee osteoarthritis`
  /// has a code that leaves the side open, `knee pain, right` has its side behind it.
  private static Side told(String text, Suggestion suggestion) {
    Side side = side(suggestion);
    for (Evidence at : suggestion.evidence()) {
      if (side != Side.UNSPECIFIED) break;
      Matcher before =
          SIDE_BEFORE.matcher(text).region(Math.max(0, at.start() - SIDE_WITHIN), at.start());
      Matcher behind = SIDE_BEHIND.matcher(text).region(at.end(), text.length());
      if (before.find()) side = Side.of(before.group(1));
      else if (behind.lookingAt()) side = Side.of(behind.group(1));
    }
    return side;
  }

  /// `Dizziness due to lisinopril` is no part of the heart disease that stands beside it.
  private static boolean hasOtherCause(String text, Evidence symptom, Suggestion diagnosis) {
    Matcher due = DUE_TO.matcher(text).region(symptom.end(), text.length());
    if (!due.lookingAt()) return false;
    int most = due.end() + NAMED_WITHIN;
    return diagnosis.evidence().stream()
        .noneMatch(at -> at.start() >= symptom.end() && at.start() <= most);
  }

  /// An infection of unspecified site beside one that says where it is.
  private static boolean isOrganismOf(Suggestion one, Suggestion other) {
    boolean isSited =
        List.of("A40", "A41", "J13", "J14", "J15", "M00").stream()
            .anyMatch(other.code()::startsWith);
    return one.code().startsWith("A49") && isSited;
  }

  /// Same category, and this one says "unspecified" where the other does not; below a subcategory
  /// of its own it is another condition (`M75.10-` beside `M75.4-`).
  private static boolean isVaguer(Suggestion one, Suggestion other) {
    int alike = 0;
    int most = Math.min(one.code().length(), other.code().length());
    while (alike < most && one.code().charAt(alike) == other.code().charAt(alike)) alike++;
    boolean isBeside =
        alike > 3 || (alike == 3 && one.code().length() > 3 && one.code().charAt(3) == '9');
    return isBeside && saysUnspecified(one) && !saysUnspecified(other);
  }

  private static boolean saysUnspecified(Suggestion suggestion) {
    return suggestion.title().toLowerCase(Locale.ROOT).contains("unspecified");
  }

  /// An Excludes1 note of either names the other; a symptom gives way to a diagnosis (I.B.4), else
  /// the weaker one does, the later one of equals.
  private boolean isExcludedBy(Suggestion one, Suggestion other) {
    if (one.code().substring(0, 3).equals(other.code().substring(0, 3))) return false;
    if (!names(one, other) && !names(other, one)) return false;
    boolean isPart = isInside(one, other) || isSaidBy(one, other);
    if (isPart != (isInside(other, one) || isSaidBy(other, one))) return isPart;
    boolean isSymptom = IntegralSymptoms.isSymptom(one.code());
    if (isSymptom != IntegralSymptoms.isSymptom(other.code())
        && isAssessed(one) == isAssessed(other)) {
      return isSymptom;
    }
    if (one.confidencePercent() > other.confidencePercent()) return false;
    return one.confidencePercent() < other.confidencePercent()
        || one.evidence().getFirst().start() > other.evidence().getFirst().start();
  }

  /// Whether the other one's title has all words that this one rests on: `episode manic` is said
  /// with more by `bipolar disorder, current episode manic`.
  private static boolean isSaidBy(Suggestion one, Suggestion other) {
    Set<String> title = words(other.title());
    return one.evidence().stream().allMatch(at -> title.containsAll(words(at.quote())));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+", -1))
        .collect(Collectors.toSet());
  }

  /// Whether all words that one rests on are some of the words of the other.
  private static boolean isInside(Suggestion one, Suggestion other) {
    return one.evidence().stream()
        .allMatch(at -> other.evidence().stream().anyMatch(around -> isInside(at, around)));
  }

  private static boolean isInside(Evidence at, Evidence around) {
    return around.start() <= at.start()
        && at.end() <= around.end()
        && at.end() - at.start() < around.end() - around.start();
  }

  private boolean names(Suggestion one, Suggestion other) {
    if (Excludes1Reach.areTogether(one.code(), other.code(), asOf)) return false;
    return codeSets.notes(CodeSystem.ICD10CM, one.code(), asOf).stream()
        .anyMatch(n ->
            n.kind() == Note.Kind.EXCLUDES1
                && n.names(other.code())
                && Excludes1Reach.reaches(n, other.code(), side(other), side(one)));
  }

  private static boolean isAssessed(Suggestion suggestion) {
    return suggestion.confidencePercent() >= ASSESSED;
  }

  private static boolean isStatus(String code) {
    return code.charAt(0) == 'Z';
  }

  private static boolean isExternalCause(String code) {
    return "VWXY".indexOf(code.charAt(0)) >= 0;
  }

  /// Diagnoses of the assessment first, then others, status codes, external causes last (IV.G,
  /// I.C.20.a.6). Reasons for a visit without complaint (Z00 to Z02) may stand first, and a
  /// screening that is named before what it found (I.C.21.c.5).
  private static int rank(Suggestion suggestion, List<Suggestion> all) {
    String code = suggestion.code();
    if (SCREENING.matcher(code).matches() && isNamedFirst(suggestion, all)) return 0;
    if (isExternalCause(code)) return 3;
    if (isStatus(code)) return code.compareTo("Z03") < 0 ? 0 : 2;
    return isAssessed(suggestion) ? 0 : 1;
  }

  private static boolean isNamedFirst(Suggestion suggestion, List<Suggestion> all) {
    int at = suggestion.evidence().getFirst().start();
    return all.stream().allMatch(s -> s.evidence().stream().allMatch(e -> e.start() >= at));
  }
}
