package org.cleanclaim.coding;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.SearchEntries;
import org.cleanclaim.codesets.packed.ProgramDigest;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.NoteReader;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.coding.external.ExternalCauses;
import org.cleanclaim.coding.guideline.ConsistentList;
import org.cleanclaim.coding.guideline.Guidelines;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.ranking.MentionRanker;
import org.cleanclaim.coding.ranking.RankedCode;
import org.cleanclaim.coding.specificity.CodeResolver;
import org.cleanclaim.coding.specificity.EpisodeOfCare;
import org.cleanclaim.coding.specificity.GeneralWords;
import org.cleanclaim.coding.specificity.MissingDetail;
import org.cleanclaim.coding.specificity.Sides;
import org.cleanclaim.coding.specificity.TellingWords;
import org.cleanclaim.kernel.code.CodeSystem;

/// Proposes ICD-10-CM codes from a note. Deterministic and safe for many threads once built.
public final class CodingEngine {
  private final TermIndex terms;
  private final Edition codes;
  private final CodeResolver resolver;
  private final Guidelines guidelines;
  private final ConsistentList consistent;
  private final MissingDetail missingDetail;
  private final ExternalCauses externalCauses;
  private final MentionRanker ranker;

  private CodingEngine(CodeSets codeSets, Edition codes, LocalDate asOf) {
    this.guidelines = new Guidelines(codeSets, asOf);
    this.consistent = new ConsistentList(codeSets);
    this.codes = codes;
    this.missingDetail = new MissingDetail(codes);
    this.externalCauses = new ExternalCauses(codes);
    this.resolver = new CodeResolver(codes);
    this.terms = TermIndex.read(compiled(codeSets, codes));
    this.ranker = MentionRanker.of(terms, resolver, codes);
  }

  /// The wordings as they were compiled before, or compiled now. The key names the tables and the
  /// build of the program; a build that cannot tell keeps nothing.
  private static ByteBuffer compiled(CodeSets codeSets, Edition codes) {
    Supplier<byte[]> maker =
        () -> TermIndex.pack(SearchEntries.of(codes), GeneralWords::areTooGeneral);
    return ProgramDigest.of(Edition.class, CodingEngine.class)
        .map(build -> codeSets.compiled().get("mentions-" + codes.contentId() + "-" + build, maker))
        .orElseGet(() -> ByteBuffer.wrap(maker.get()));
  }

  /// Compiles the wordings of the code sets in force on a day.
  public static CodingEngine of(CodeSets codeSets, LocalDate asOf) {
    Edition codes =
        codeSets
            .edition(CodeSystem.ICD10CM, asOf)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "No edition of ICD-10-CM is installed for " + asOf + "."));
    return new CodingEngine(codeSets, codes, asOf);
  }

  /// Every code that the note names, old and other conditions too, the likeliest first: what a
  /// coder who codes every mention would give. Proposals for a claim come from [#propose].
  public List<RankedCode> mentions(Documentation note) {
    return ranker.rank(note);
  }

  /// What ranks the mentions, for those who teach it.
  public MentionRanker ranker() {
    return ranker;
  }

  public CodingProposal propose(Documentation note) {
    var found = new LinkedHashMap<String, Suggestion>();
    var notCoded = new ArrayList<Mention>();
    List<Sentence> sentences = NoteReader.read(note.text());
    boolean hasProblems = hasProblems(sentences);
    Sides sides = Sides.of(sentences);
    for (Sentence sentence : sentences) {
      List<TermIndex.Found> matches = terms.find(sentence.words(), sentence.barriers(note.text()), sentence.denied(note.text()));
      Set<String> near =
          matches.isEmpty() ? Set.of() : TellingWords.of(note.text(), sentence, sides);
      for (TermIndex.Found match : matches) {
        int start = sentence.words().get(match.first()).start();
        int end = sentence.words().get(match.last() - 1).end();
        var evidence =
            new Evidence(note.documentId(), start, end, note.text().substring(start, end));
        String why = reasonNotToCode(note, sentence, evidence, hasProblems);
        if (why.isEmpty() && isCauseOutsideProblems(match, sentence)) {
          why = "causes are taken from what happened";
        }
        List<CodeEntry> billable = resolver.resolve(match.code(), near);
        if (billable.isEmpty()) {
          notCoded.add(
              new Mention(
                  evidence,
                  match.code(),
                  false,
                  why.isEmpty() ? "the code needs more detail" : why));
        }
        for (CodeEntry resolved : billable) {
          CodeEntry entry = inEpisode(resolved, note.text(), sentence);
          if (!why.isEmpty()) {
            notCoded.add(new Mention(evidence, entry.code(), true, why));
          } else {
            Suggestion made = suggestion(entry, match, sentence, evidence);
            found.merge(made.code(), made, CodingEngine::join);
          }
        }
      }
    }
    var settled = new ArrayList<>(guidelines.settle(List.copyOf(found.values()), notCoded));
    settled.addAll(externalCauses.of(note, sentences, settled));
    return new CodingProposal(consistent.settle(note, settled, notCoded), notCoded);
  }

  /// Single words of the Index to External Causes mean other things wherever no cause is told.
  private static boolean isCauseOutsideProblems(TermIndex.Found match, Sentence sentence) {
    return "VWXY".indexOf(match.code().charAt(0)) >= 0
        && sentence.section() != SectionKind.ASSESSMENT;
  }

  private boolean hasProblems(List<Sentence> sentences) {
    return sentences.stream().anyMatch(Sentence::isProblem);
  }

  private static String reasonNotToCode(
      Documentation note, Sentence sentence, Evidence at, boolean hasProblems) {
    switch (sentence.section()) {
      case PAST_HISTORY -> {
        return "past history only";
      }
      case FAMILY_HISTORY -> {
        return "family history";
      }
      case NOT_CODED -> {
        return "section is not a diagnostic statement";
      }
      case PLAN -> {
        return "part of the plan";
      }
      case ASSESSMENT, REASONING, NARRATIVE -> {}
    }
    Assertion said = AssertionReader.read(note.text(), sentence, at.start(), at.end());
    boolean inpatientDiagnosis =
        said == Assertion.UNCERTAIN
            && note.setting() == EncounterSetting.INPATIENT
            && sentence.section() == SectionKind.ASSESSMENT;
    if (said != Assertion.AFFIRMED && !inpatientDiagnosis) return said.inWords();
    if (hasProblems && !sentence.isProblem()) return "not among the problems assessed";
    return "";
  }

  private CodeEntry inEpisode(CodeEntry entry, String text, Sentence sentence) {
    if (entry.code().length() < 7) return entry;
    String words = text.substring(sentence.start(), sentence.end()).toLowerCase(Locale.ROOT);
    String code = EpisodeOfCare.of(entry.code(), words, c -> codes.find(c).isPresent());
    return codes.find(code).orElse(entry);
  }

  private Suggestion suggestion(
      CodeEntry entry, TermIndex.Found match, Sentence sentence, Evidence evidence) {
    String indexed = match.code();
    boolean direct = entry.code().equals(indexed);
    boolean assessed = sentence.section() == SectionKind.ASSESSMENT;
    var path = new ArrayList<String>();
    path.add("“" + evidence.quote() + "” leads to " + indexed + " by “" + match.wording() + "”");
    if (!direct) path.add("billable code below " + indexed + ": " + entry.code());
    int confidence = (direct ? 90 : 80) - (assessed ? 0 : 15);
    return new Suggestion(
        CodeSystem.ICD10CM,
        entry.code(),
        entry.title(),
        confidence,
        List.of(evidence),
        path,
        missingDetail.of(entry));
  }

  private static Suggestion join(Suggestion one, Suggestion two) {
    Suggestion best = two.confidencePercent() > one.confidencePercent() ? two : one;
    var evidence = new ArrayList<Evidence>(one.evidence());
    // A word repeated thousands of times supports a code no better than a few places do.
    if (evidence.size() < 20) evidence.addAll(two.evidence());
    return new Suggestion(
        best.system(),
        best.code(),
        best.title(),
        best.confidencePercent(),
        evidence,
        best.path(),
        best.missingDetail());
  }
}
