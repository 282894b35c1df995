package org.cleanclaim.coding.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.coding.note.FailedReading;
import org.cleanclaim.coding.note.SideDoubt;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.TextSpan;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.Nullable;

/// What the documents of a chart say of conditions, read when first asked for.
final class Documented {
  private final ChartView view;
  private final Function<LocalDate, CodingEngine> engines;
  private final List<Finding> failures = new ArrayList<>();
  private @Nullable List<CodingProposal> proposals;

  Documented(ChartView view, Function<LocalDate, CodingEngine> engines) {
    this.view = view;
    this.engines = engines;
  }

  /// A condition with its code and where it is named.
  record Named(String code, TextSpan at) {
    String dotted() {
      return Icd10Cm.written(code);
    }
  }

  /// Whether there is any document to compare with.
  boolean isSilent() {
    return view.chart().documents().isEmpty();
  }

  /// What would be suggested from the documents.
  List<Suggestion> suggestions() {
    return proposals().stream().flatMap(p -> p.suggestions().stream()).toList();
  }

  /// Conditions of which a document does not say with one voice which side they are on.
  List<SideDoubt> sideDoubts() {
    var doubts = new ArrayList<SideDoubt>();
    List<ChartDocument> documents = view.chart().documents();
    List<CodingProposal> read = proposals();
    for (int i = 0; i < documents.size(); i++) {
      doubts.addAll(SideDoubt.of(note(documents.get(i)), read.get(i)));
    }
    return doubts;
  }

  /// The first condition whose code is wanted and which the documents say the patient has; codes of
  /// the chart do not count.
  Optional<Named> naming(Predicate<String> isWanted) {
    for (CodingProposal proposal : proposals()) {
      for (Suggestion each : proposal.suggestions()) {
        if (isWanted.test(each.code()) && !view.has(each.code())) {
          return Optional.of(named(each.code(), each.evidence().getFirst()));
        }
      }
      for (Mention each : proposal.notCoded()) {
        if (isWanted.test(each.code()) && !view.has(each.code()) && isSaid(each)) {
          return Optional.of(named(each.code(), each.evidence()));
        }
      }
    }
    return Optional.empty();
  }

  /// What a patient takes is read from lists of drugs and plans too.
  private static boolean isTherapy(String code) {
    return code.startsWith("Z79");
  }

  private static Named named(String code, Evidence at) {
    return new Named(code, new TextSpan(at.documentId(), at.start(), at.end()));
  }

  /// Whether it is said of the patient, now; what is planned, examined or told of the family is
  /// not.
  private boolean isSaid(Mention mention) {
    Evidence at = mention.evidence();
    for (ChartDocument document : view.chart().documents()) {
      if (!document.id().equals(at.documentId())) continue;
      for (Sentence sentence : view.sentences(document)) {
        if (at.start() < sentence.start() || at.end() > sentence.end()) continue;
        boolean isOfPatient =
            switch (sentence.section()) {
              case ASSESSMENT, REASONING, NARRATIVE, PAST_HISTORY -> true;
              case PLAN, NOT_CODED -> isTherapy(mention.code());
              case FAMILY_HISTORY -> false;
            };
        return isOfPatient
            && AssertionReader.read(document.text(), sentence, at.start(), at.end())
                    .of(mention.code())
                == Assertion.AFFIRMED;
      }
    }
    return false;
  }

  /// Documents that could not be compared with, of those asked for until now.
  List<Finding> failures() {
    return failures;
  }

  private List<CodingProposal> proposals() {
    List<CodingProposal> read = proposals;
    if (read == null) {
      read = view.chart().documents().stream().map(this::proposal).toList();
      proposals = read;
    }
    return read;
  }

  private CodingProposal proposal(ChartDocument document) {
    try {
      return engines.apply(view.day()).propose(note(document));
    } catch (RuntimeException | StackOverflowError e) {
      failures.add(FailedReading.uncompared("Document " + document.id(), FailedReading.kind(e)));
      return CodingProposal.NONE;
    }
  }

  private Documentation note(ChartDocument document) {
    return new Documentation(
        document.id(),
        document.text(),
        view.chart().setting(),
        view.day(),
        view.chart().ageYears(),
        view.chart().sex());
  }
}
