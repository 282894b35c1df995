package org.cleanclaim.coding.check;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.packed.CodeTable;
import org.cleanclaim.coding.specificity.Side;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Codes of one condition that say more or less than each other: acute and chronic (Official
/// Guidelines, section I.B.8), unspecified beside specified (I.A.9.b), without complications beside
/// with one (I.B.9, I.C.4.a).
final class DetailChecks {
  private static final Pattern ACUTE = Pattern.compile("\\b(?:sub)?acute\\b");
  private static final Pattern CHRONIC = Pattern.compile("\\bchronic\\b");
  private static final Pattern UNSPECIFIED = Pattern.compile("\\bunspecified\\b");
  private static final Pattern WITH = Pattern.compile("\\bwith\\b");
  private static final Pattern WITHOUT = Pattern.compile("\\bwithout complications?\\b");
  private static final Pattern UNCOMPLICATED = Pattern.compile("\\buncomplicated\\b");
  private static final int SUBCATEGORY = 4;
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
  private static final Set<String> IGNORED =
      Set.of(
          "acute",
          "subacute",
          "chronic",
          "on",
          "with",
          "and",
          "or",
          "unspecified",
          "the",
          "of",
          "other");

  private DetailChecks() {}

  static void check(ChartView view, Findings findings) {
    List<Said> codes = view.codes().stream().filter(c -> c.entry() != null).map(Said::of).toList();
    for (Said one : codes) {
      for (Said other : codes) {
        if (one.code().position() == other.code().position()) continue;
        if (one.isAcute() && other.isChronic()) {
          acuteAndChronic(view, one.code(), other.code(), findings);
        }
        // An acute and a chronic form are two conditions (I.B.8).
        boolean areTwoForms =
            one.isAcute() != other.isAcute() && one.isChronic() != other.isChronic();
        if (!areTwoForms && one.isUnspecified() && !other.isUnspecified()) {
          unspecified(one.code(), other.code(), findings);
        }
        if (isDenied(one.code(), other.code())) without(one.code(), other.code(), findings);
      }
    }
  }

  /// What the title of a code says.
  ///
  /// @param isAcute and not chronic
  /// @param isChronic and not acute
  private record Said(Listed code, boolean isAcute, boolean isChronic, boolean isUnspecified) {
    static Said of(Listed code) {
      boolean isAcute = code.titleHas(ACUTE);
      boolean isChronic = code.titleHas(CHRONIC);
      return new Said(
          code, isAcute && !isChronic, isChronic && !isAcute, code.titleHas(UNSPECIFIED));
    }
  }

  private static void acuteAndChronic(
      ChartView view, Listed acute, Listed chronic, Findings findings) {
    Set<String> words = words(acute.title());
    if (!words.equals(words(chronic.title()))) return;
    Optional<CodeEntry> both =
        combined(view.edition(), view.day(), acute.code().substring(0, 3), words);
    if (both.isPresent()) {
      findings.add(
          ChartRule.ACUTE_CHRONIC_COMBINED,
          chronic,
          "%s and %s have one code for both.".formatted(acute.dotted(), chronic.dotted()),
          "Replace them with " + new Icd10Cm(both.get().code()).dotted() + ".");
    } else if (chronic.isBefore(acute)) {
      findings.add(
          ChartRule.ACUTE_AFTER_CHRONIC,
          acute,
          "%s is acute and stands behind the chronic form %s."
              .formatted(acute.dotted(), chronic.dotted()),
          "List the acute one first.");
    }
  }

  /// A billable code of the category that says acute and chronic of the same condition.
  private static Optional<CodeEntry> combined(
      Edition edition, LocalDate day, String category, Set<String> words) {
    CodeTable codes = edition.codes();
    for (int ordinal : codes.beginningWith(category)) {
      CodeEntry entry = edition.entry(ordinal);
      String title = entry.title().toLowerCase(Locale.ROOT);
      if (entry.billable()
          && entry.period().contains(day)
          && ACUTE.matcher(title).find()
          && CHRONIC.matcher(title).find()
          && words(title).equals(words)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static void unspecified(Listed vague, Listed exact, Findings findings) {
    if (!vague.code().substring(0, 3).equals(exact.code().substring(0, 3))) return;
    if (!words(exact.title()).containsAll(words(vague.title()))) return;
    findings.add(
        ChartRule.UNSPECIFIED_BESIDE,
        vague,
        "%s leaves open what %s says.".formatted(vague.dotted(), exact.dotted()),
        "Take the unspecified code out unless it is another condition.");
  }

  /// Whether one code says that the condition has no complications and the other names one, of the
  /// same side.
  private static boolean isDenied(Listed plain, Listed complicated) {
    if (!complicated.titleHas(WITH)) return false;
    Side side = Side.of(plain.title());
    if (side.isOpposite(Side.of(complicated.title()))) return false;
    if (plain.titleHas(WITHOUT))
      return plain.code().substring(0, 3).equals(complicated.code().substring(0, 3));
    return plain.titleHas(UNCOMPLICATED)
        && !plain.titleHas(WITH)
        && plain.code().length() > SUBCATEGORY
        && complicated.startsWith(plain.code().substring(0, SUBCATEGORY));
  }

  private static void without(Listed plain, Listed complicated, Findings findings) {
    findings.add(
        ChartRule.WITHOUT_BESIDE,
        plain,
        "%s says that there are no complications, %s names one."
            .formatted(plain.dotted(), complicated.dotted()),
        "Take %s out.".formatted(plain.dotted()));
  }

  private static Set<String> words(String title) {
    var words = new HashSet<String>();
    var matcher = WORD.matcher(title);
    while (matcher.find()) if (!IGNORED.contains(matcher.group())) words.add(matcher.group());
    return words;
  }
}
