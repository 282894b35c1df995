package org.cleanclaim.coding.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.packed.CodeTable;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Whether each code exists on the day and has all its characters (Official Guidelines, section
/// I.A.4, I.A.5, I.B.2), and stands once (I.B.12).
final class ValidityChecks {
  private static final int LENGTH = 7;
  private static final Pattern LEVEL_ONE = Pattern.compile("\\d{4}[\\dFTU]");

  private ValidityChecks() {}

  static void check(ChartView view, Findings findings) {
    var seen = new HashSet<String>();
    for (Listed code : view.codes()) {
      if (!seen.add(code.code())) {
        findings.add(
            ChartRule.DUPLICATE,
            code,
            code.dotted() + " is listed more than once.",
            "Take the second one out.");
      }
      CodeEntry entry = code.entry();
      if (entry == null) {
        unknown(view, code, findings);
      } else if (!entry.billable()) {
        incomplete(view, code, findings);
      }
    }
  }

  private static void incomplete(ChartView view, Listed code, Findings findings) {
    Set<Character> seventh = seventh(view, padded(code.code()));
    if (code.code().length() < LENGTH && !seventh.isEmpty()) {
      add(
          view,
          findings,
          ChartRule.SEVENTH_MISSING,
          code,
          code.dotted() + " needs a 7th character.",
          "Choose one of "
              + inWords(seventh)
              + ", as in "
              + Icd10Cm.written(padded(code.code()) + seventh.iterator().next())
              + ".");
      return;
    }
    add(
        view,
        findings,
        ChartRule.INCOMPLETE,
        code,
        code.dotted() + " needs more characters.",
        "Choose a code below it.");
  }

  private static void unknown(ChartView view, Listed listed, Findings findings) {
    String code = listed.code();
    if (code.length() > 3 && code.length() < LENGTH) {
      String stem = code.substring(0, code.length() - 1);
      char last = code.charAt(code.length() - 1);
      if (seventh(view, padded(stem)).contains(last)) {
        add(
            view,
            findings,
            ChartRule.SEVENTH_PLACEHOLDER,
            listed,
            "The last character of " + listed.dotted() + " is a 7th character in the wrong place.",
            "Write " + Icd10Cm.written(padded(stem) + last) + ".");
        return;
      }
    }
    if (code.length() == LENGTH) {
      Set<Character> allowed = seventh(view, code.substring(0, LENGTH - 1));
      if (!allowed.isEmpty()) {
        add(
            view,
            findings,
            ChartRule.SEVENTH_NOT_ALLOWED,
            listed,
            listed.dotted() + " does not take the 7th character " + listed.seventh() + ".",
            "Choose one of " + inWords(allowed) + ".");
        return;
      }
    }
    if (isService(view, code)) {
      add(
          view,
          findings,
          ChartRule.UNKNOWN,
          listed,
          code + " has the form of a service (HCPCS) and is no diagnosis.",
          "Report it among the charges; list the diagnosis that it was done for here.");
      return;
    }
    add(
        view,
        findings,
        ChartRule.UNKNOWN,
        listed,
        listed.dotted()
            + " is not in the installed code set on "
            + view.day()
            + "."
            + otherTime(view, code),
        "Choose a valid code.");
  }

  /// Whether a code of Level II, with a dot or without, or one with the five digits of Level I.
  private static boolean isService(ChartView view, String code) {
    return LEVEL_ONE.matcher(code).matches()
        || view.codeSets()
            .edition(CodeSystem.HCPCS, view.day())
            .flatMap(edition -> edition.find(code))
            .isPresent();
  }

  /// Whether the code is valid at another time, in a sentence after a blank; else empty.
  private static String otherTime(ChartView view, String code) {
    for (Edition edition : view.codeSets().editions(CodeSystem.ICD10CM)) {
      Optional<CodeEntry> entry = edition.find(code);
      if (entry.isEmpty()) continue;
      if (edition.listPeriod().from().isAfter(view.day())) {
        return " It begins on " + entry.get().period().from() + ".";
      }
      var until = entry.get().period().until();
      if (until != null && !until.isAfter(view.day())) return " It ended before " + until + ".";
    }
    return "";
  }

  /// The 7th characters with which a code of six is valid; none of a selection, which does not have
  /// them all.
  private static Set<Character> seventh(ChartView view, String six) {
    if (view.edition().starter()) return Set.of();
    CodeTable codes = view.edition().codes();
    var characters = new TreeSet<Character>();
    for (int ordinal : codes.beginningWith(six)) {
      String code = codes.code(ordinal);
      if (code.length() == LENGTH && view.edition().isBillable(code, view.day())) {
        characters.add(code.charAt(LENGTH - 1));
      }
    }
    return characters;
  }

  private static String padded(String code) {
    return code + "X".repeat(Math.max(0, LENGTH - 1 - code.length()));
  }

  private static String inWords(Set<Character> characters) {
    return String.join(", ", characters.stream().map(String::valueOf).toList());
  }

  private static void add(
      ChartView view,
      Findings findings,
      ChartRule rule,
      Listed code,
      String message,
      String remedy) {
    findings.add(rule, rule.severity(), code.place(), message, remedy, view.list());
  }
}
