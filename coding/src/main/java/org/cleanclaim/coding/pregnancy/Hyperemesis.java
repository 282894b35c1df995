package org.cleanclaim.coding.pregnancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Excessive vomiting in pregnancy with dehydration, or with electrolytes or acids and bases out of
/// balance, is one code (Alphabetic Index, Hyperemesis, gravidarum, with; I.A.15), unless the note
/// tells what else they are due to.
final class Hyperemesis {
  private static final String MILD = "O210";
  private static final String WITH_DISTURBANCE = "O211";

  /// Not too much fluid (E87.7-), which vomiting does not lead to.
  private static final Pattern DISTURBANCE = Pattern.compile("E86|E87[0-68]");

  private static final String VOMITING = "hyperemesis|emesis|vomit|nausea|n/v|morning sickness";

  private static final Pattern OTHER_CAUSE_BEHIND =
      Pattern.compile(
          "(?i)[\\s,(]*(?:is |was |are |were |likely |probably )*(?:due to|because of|caused by"
              + "|secondary to|related to|attributed to|induced by|from)\\s+(?!(?:[a-z]+ ){0,2}(?:"
              + VOMITING
              + "))");

  private static final Pattern OTHER_CAUSE_BEFORE =
      Pattern.compile(
          "(?i)(?<![a-z])(?!" + VOMITING + ")[a-z]+[- ](?:induced|related|associated) $");

  /// How many characters before a condition its cause may stand.
  private static final int CAUSE_WITHIN = 40;

  private final Edition codes;

  Hyperemesis(Edition codes) {
    this.codes = codes;
  }

  /// The suggestions with one code for the vomiting and what it led to.
  ///
  /// @param notCoded what gives way is added
  List<Suggestion> settle(Documentation note, List<Suggestion> all, List<Mention> notCoded) {
    Optional<CodeEntry> both = codes.find(WITH_DISTURBANCE);
    boolean isSaid = has(all, WITH_DISTURBANCE);
    if (both.isEmpty() || (!isSaid && !has(all, MILD))) return all;
    List<Suggestion> led = all.stream().filter(s -> isLedTo(note.text(), s)).toList();
    var settled = new ArrayList<Suggestion>();
    for (Suggestion each : all) {
      boolean isMild = each.code().equals(MILD);
      if (led.contains(each) || (isMild && isSaid)) {
        String why = Icd10Cm.written(WITH_DISTURBANCE) + " says it (I.A.15)";
        ObstetricCodes.drop(each, why, notCoded);
      } else if (isMild && !led.isEmpty()) {
        var evidence = new ArrayList<>(each.evidence());
        led.forEach(with -> evidence.addAll(with.evidence()));
        settled.add(
            ObstetricCodes.besides(
                both.get(), each, evidence, "with what the vomiting led to (I.A.15)"));
      } else {
        settled.add(each);
      }
    }
    return List.copyOf(settled);
  }

  private static boolean has(List<Suggestion> all, String code) {
    return all.stream().anyMatch(s -> s.code().equals(code));
  }

  private static boolean isLedTo(String text, Suggestion condition) {
    return DISTURBANCE.matcher(condition.code()).lookingAt()
        && condition.evidence().stream().noneMatch(at -> hasOtherCause(text, at));
  }

  private static boolean hasOtherCause(String text, Evidence at) {
    String before = text.substring(Math.max(0, at.start() - CAUSE_WITHIN), at.start());
    return OTHER_CAUSE_BEHIND.matcher(text).region(at.end(), text.length()).lookingAt()
        || OTHER_CAUSE_BEFORE.matcher(before).find();
  }
}
