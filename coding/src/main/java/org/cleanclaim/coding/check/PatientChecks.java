package org.cleanclaim.coding.check;

import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.Demographics;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.party.Sex;

/// Codes for one sex or some ages, and diagnoses that cannot be principal, by the lists of the
/// Medicare Code Editor where they are installed; codes of pregnancy for a man in any case
/// (Official Guidelines, section I.C.15.a.2).
final class PatientChecks {
  private PatientChecks() {}

  static void check(ChartView view, Findings findings) {
    var installed = view.codeSets().rules(PublicationKind.MCE, view.day());
    Optional<MedicareFlags> flags =
        installed.map(p -> p.view(RuleTables.class, MedicareFlags.class, MedicareFlags::of));
    Citation editor =
        installed
            .map(p ->
                new Citation(
                    "Medicare Code Editor, " + p.label().edition(), view.edition().listPeriod()))
            .orElseGet(view::list);
    Demographics lists = view.edition().demographics();
    for (Listed code : view.codes()) {
      sex(view, code, lists, flags, editor, findings);
      age(view, code, lists, flags, editor, findings);
    }
    if (view.chart().isInpatient() && flags.isPresent()) {
      principal(view, flags.get(), editor, findings);
    }
  }

  private static void sex(
      ChartView view,
      Listed code,
      Demographics lists,
      Optional<MedicareFlags> flags,
      Citation editor,
      Findings findings) {
    Sex sex = view.chart().sex();
    if (sex == Sex.UNKNOWN) return;
    Sex only = lists.sex(code.code());
    Citation source = only == null ? editor : view.list();
    if (only == null && flags.isPresent()) {
      Set<String> said = flags.get().of(code.code(), view.day());
      if (said.contains("FEMALE")) only = Sex.FEMALE;
      if (said.contains("MALE")) only = Sex.MALE;
    }
    if (only == null && code.chapterLetter() == 'O') {
      only = Sex.FEMALE;
      source = view.guideline(ChartRule.OBSTETRIC_FIRST);
    }
    if (only == null || only == sex) return;
    findings.add(
        ChartRule.SEX,
        ChartRule.SEX.severity(),
        code.place(),
        code.dotted() + " is for the other sex than the patient's.",
        "Compare code and registration; correct the one that is wrong.",
        source);
  }

  private static void age(
      ChartView view,
      Listed code,
      Demographics lists,
      Optional<MedicareFlags> flags,
      Citation editor,
      Findings findings) {
    Integer years = view.chart().ageYears();
    if (years == null) return;
    var range = lists.ages(code.code());
    boolean isOut =
        range == null
            ? flags.filter(f -> f.isOutOfAge(code.code(), years, view.day())).isPresent()
            : !range.contains(years);
    if (!isOut) return;
    findings.add(
        ChartRule.AGE,
        ChartRule.AGE.severity(),
        code.place(),
        code.dotted() + " is for other ages than the patient's.",
        "Compare code and birth date; correct the one that is wrong.",
        range == null ? editor : view.list());
  }

  private static void principal(
      ChartView view, MedicareFlags flags, Citation editor, Findings findings) {
    if (view.codes().isEmpty()) return;
    Listed first = view.codes().getFirst();
    Set<String> said = flags.of(first.code(), view.day());
    boolean needsSecond = said.contains("REQSDX") && view.codes().size() == 1;
    if (!said.contains("UNACCEPTABLE") && !needsSecond) return;
    findings.add(
        ChartRule.UNACCEPTABLE_PRINCIPAL,
        ChartRule.UNACCEPTABLE_PRINCIPAL.severity(),
        first.place(),
        needsSecond
            ? first.dotted() + " is accepted as principal diagnosis with a second one only."
            : first.dotted() + " is not accepted as principal diagnosis.",
        needsSecond
            ? "Add the second diagnosis."
            : "List the condition that led to the admission first.",
        editor);
  }
}
