package org.cleanclaim.coding.check;

import java.util.Locale;
import java.util.Optional;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.coding.guideline.ConfirmedOnly;
import org.cleanclaim.coding.specificity.EpisodeOfCare;
import org.cleanclaim.kernel.TextSpan;

/// Whether codes rest on the documents, and the documents say what the codes say (Official
/// Guidelines, section II.H, III, IV.H and IV.J).
final class EvidenceChecks {
  private EvidenceChecks() {}

  static void check(ChartView view, Findings findings) {
    for (Listed code : view.codes()) {
      if (code.ordered().support() == OrderedCode.Support.NONE) {
        findings.add(
            ChartRule.NO_EVIDENCE,
            code,
            code.dotted() + " has neither words of a document nor a reason.",
            "Point to the words that support it, or give a reason.");
      }
      for (Evidence evidence : code.ordered().evidence()) {
        document(view, evidence.documentId())
            .ifPresent(document -> compare(view, code, evidence, document, findings));
      }
    }
  }

  private static Optional<ChartDocument> document(ChartView view, String id) {
    return view.chart().documents().stream().filter(d -> d.id().equals(id)).findFirst();
  }

  private static void compare(
      ChartView view, Listed code, Evidence evidence, ChartDocument document, Findings findings) {
    var span = new TextSpan(evidence.documentId(), evidence.start(), evidence.end());
    String text = document.text();
    boolean isThere =
        evidence.start() >= 0
            && evidence.start() < evidence.end()
            && evidence.end() <= text.length()
            && text.substring(evidence.start(), evidence.end()).equals(evidence.quote());
    if (!isThere) {
      findings.add(
          ChartRule.EVIDENCE_MOVED,
          code.place().at(span),
          "The words that support " + code.dotted() + " do not stand there.",
          "Point to the words again.");
      return;
    }
    for (Sentence sentence : view.sentences(document)) {
      if (evidence.start() < sentence.start() || evidence.end() > sentence.end()) continue;
      asserted(view, code, evidence, text, sentence, findings);
      episode(view, code, span, text, sentence, findings);
    }
  }

  private static void asserted(
      ChartView view,
      Listed code,
      Evidence evidence,
      String text,
      Sentence sentence,
      Findings findings) {
    Assertion said =
        AssertionReader.read(text, sentence, evidence.start(), evidence.end()).of(code.code());
    boolean isUncertainInpatient =
        said == Assertion.UNCERTAIN
            && view.chart().setting() == EncounterSetting.INPATIENT
            && !ConfirmedOnly.is(code.code());
    if (said == Assertion.AFFIRMED || isUncertainInpatient || code.chapterLetter() == 'Z') return;
    findings.add(
        ChartRule.EVIDENCE_DENIED,
        code.place().at(new TextSpan(evidence.documentId(), evidence.start(), evidence.end())),
        "The words that support %s are %s.".formatted(code.dotted(), said.inWords()),
        "Code it only where the record says elsewhere that the patient has it.");
  }

  private static void episode(
      ChartView view,
      Listed code,
      TextSpan span,
      String text,
      Sentence sentence,
      Findings findings) {
    if (code.seventh() != 'A' || !SequenceChecks.isInjury(code)) return;
    String words = text.substring(sentence.start(), sentence.end()).toLowerCase(Locale.ROOT);
    String other = EpisodeOfCare.of(code.code(), words, c -> view.find(c).isPresent());
    if (other.equals(code.code())) return;
    findings.add(
        ChartRule.EPISODE_NOTE,
        code.place().at(span),
        "%s is for active treatment, its words speak of %s."
            .formatted(code.dotted(), EpisodeOfCare.inWords(other)),
        "Choose the 7th character of this encounter.");
  }
}
