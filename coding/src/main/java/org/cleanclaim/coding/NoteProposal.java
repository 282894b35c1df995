package org.cleanclaim.coding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.coding.guideline.AskedBesides;
import org.cleanclaim.coding.guideline.ConfirmedOnly;
import org.cleanclaim.coding.guideline.LongTermTherapies;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.pregnancy.Gestation;
import org.cleanclaim.coding.pregnancy.GestationReader;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.reading.ReadSentence;
import org.cleanclaim.coding.specificity.EpisodeOfCare;
import org.cleanclaim.coding.specificity.OwnWords;
import org.cleanclaim.coding.specificity.SexWords;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.party.Sex;

/// One note on its way to suggestions.
final class NoteProposal {
  private static final Pattern USE_OF_A_SUBSTANCE = Pattern.compile("F1[0-9]9.*");
  private static final Pattern EXPOSURE = Pattern.compile("(?i)\\b(?:expos|radiat|irradiat)");
  private static final Pattern USE_DISORDER = Pattern.compile("(?i)\\buse disorder");

  private final CodingEngine engine;
  private final ReadNote read;
  private final Documentation note;
  private final List<ReadSentence> sentences;
  private final boolean hasProblems;
  private final Set<String> sex;
  private final Gestation gestation;
  private final Map<String, Suggestion> found = new LinkedHashMap<>();
  private final List<Mention> notCoded = new ArrayList<>();

  NoteProposal(CodingEngine engine, ReadNote read) {
    this.engine = engine;
    this.read = read;
    this.note = read.note();
    this.sentences = read.sentences();
    this.hasProblems = sentences.stream().anyMatch(each -> each.sentence().isProblem());
    this.sex = SexWords.of(note.sex(), note.text());
    this.gestation = GestationReader.read(read, !SexWords.isMan(sex));
  }

  CodingProposal made() {
    int readTo = 0;
    for (ReadSentence sentence : sentences) {
      if (sentence.sentence().start() < readTo) continue;
      Optional<Suggestion> titled =
          hasProblems && !sentence.sentence().isProblem()
              ? Optional.empty()
              : engine.titledProblems.of(note, sentence);
      titled.ifPresentOrElse(this::add, () -> read(sentence));
      if (titled.isPresent()) readTo = titled.get().evidence().getFirst().end();
    }
    engine.afterSurgery.of(read, List.copyOf(found.values())).forEach(this::add);
    List<Sentence> all = sentences.stream().map(ReadSentence::sentence).toList();
    List<Suggestion> named = engine.hivStatus.settle(note, List.copyOf(found.values()));
    named = engine.strokeSequelae.settle(read, named, notCoded);
    named = engine.dementia.settle(note, named, notCoded);
    named = engine.replacedValves.settle(read, named, notCoded);
    List<Suggestion> chosen = engine.guidelines.settle(note, named, notCoded);
    var contradictions = new ArrayList<SideContradiction>();
    chosen = engine.obstetricCodes.settle(note, gestation, chosen, notCoded);
    chosen = engine.organisms.settle(read, chosen);
    chosen = engine.sideContradictions.settle(read, chosen, notCoded, contradictions);
    chosen = engine.twoSides.settle(note, chosen);
    chosen = engine.generalExamination.settle(note, chosen);
    chosen = engine.tobacco.settle(read, chosen, notCoded);
    var settled = new ArrayList<>(chosen);
    settled.addAll(engine.longTermTherapies.of(read, chosen, notCoded));
    engine.immunization.of(note, chosen).ifPresent(settled::add);
    engine.bodyMassIndex.of(note, settled).ifPresent(settled::add);
    settled.addAll(engine.drugEffects.of(note, all, settled));
    settled.addAll(engine.externalCauses.of(note, all, settled));
    settled.removeIf(made -> !isValid(made.code()));
    return new CodingProposal(
        engine.consistent.settle(note, settled, notCoded), notCoded, contradictions);
  }

  private void read(ReadSentence sentence) {
    List<TermIndex.Found> matches = sentence.mentions();
    if (matches.isEmpty()) return;
    Set<String> near = new HashSet<>(sentence.telling());
    near.addAll(sex);
    var given = new ArrayList<CodeEntry>();
    boolean isDiagnosis = matches.stream().anyMatch(match -> isDiagnosis(match.code()));
    for (TermIndex.Found match : matches) {
      Set<String> own = OwnWords.of(sentence.words(), match.first(), match.last(), near);
      for (Part place : engine.severalSites.parts(sentence, new Part(match, own))) {
        for (Part part : engine.acuteAndChronic.parts(sentence, place)) {
          given.addAll(read(sentence, part.match(), part.near(), isDiagnosis));
        }
      }
    }
    for (CodeEntry entry : given) {
      List<Note> notes = engine.asked.notes(entry.code());
      if (notes.isEmpty() || sentence.section() != SectionKind.ASSESSMENT) continue;
      sentence
          .also(code -> areAbout(notes, AskedBesides.standingBehind(code)))
          .forEach(also -> besides(sentence, entry, notes, also, near));
    }
  }

  /// Whether a note names the code or something below it; causes are taken from what happened.
  private static boolean areAbout(List<Note> notes, String code) {
    if (isCause(code)) return false;
    return notes.stream()
        .anyMatch(n -> n.names(code) || n.codes().stream().anyMatch(c -> c.startsWith(code)));
  }

  /// The codes that a wording leads to and the note supports.
  private List<CodeEntry> read(
      ReadSentence sentence, TermIndex.Found match, Set<String> near, boolean isDiagnosisNamed) {
    Evidence evidence = sentence.evidence(match.first(), match.last());
    String why = reasonNotToCode(sentence, match);
    if (why.isEmpty()) why = reasonOfKind(match.code(), sentence, isDiagnosisNamed);
    if (why.isEmpty()) why = reasonOfWords(match, sentence, evidence);
    List<CodeEntry> billable =
        engine.resolver.resolve(gestation.supervised(match.code()), near(match.code(), near));
    if (billable.isEmpty() && !isHistory(match.code(), match, sentence, evidence, why)) {
      String reason = why.isEmpty() ? undecided(match.code(), near) : why;
      notCoded.add(new Mention(evidence, match.code(), false, reason));
    }
    var given = new ArrayList<CodeEntry>();
    for (CodeEntry resolved : billable) {
      CodeEntry entry = inEpisode(resolved, sentence);
      if (why.isEmpty()) {
        add(suggestion(entry, match, sentence, evidence));
        given.add(entry);
      } else if (!isHistory(entry.code(), match, sentence, evidence, why)) {
        notCoded.add(new Mention(evidence, entry.code(), true, why));
      }
    }
    return given;
  }

  /// What is missing where no billable code can be told. The Table of Neoplasms leads from breast
  /// to C50.9-, below which women and men have codes of their own; neither is the default.
  private String undecided(String code, Set<String> near) {
    var ofWoman = new HashSet<>(near(code, near));
    ofWoman.addAll(SexWords.of(Sex.FEMALE, ""));
    return sex.isEmpty() && !engine.resolver.resolve(code, ofWoman).isEmpty()
        ? "the code depends on the patient's sex, which is not registered and which the note does"
            + " not tell"
        : "the code needs more detail";
  }

  /// The words near it, with those of the pregnancy for its codes.
  private Set<String> near(String code, Set<String> near) {
    Set<String> telling = gestation.telling(code);
    if (telling.isEmpty()) return near;
    var all = new HashSet<>(near);
    all.addAll(telling);
    return all;
  }

  /// `History of breast cancer` among the problems is coded as what it is.
  private boolean isHistory(
      String condition,
      TermIndex.Found match,
      ReadSentence sentence,
      Evidence evidence,
      String why) {
    if (!sentence.sentence().isProblem()) return false;
    Optional<CodeEntry> history = Optional.empty();
    if (why.equals(Assertion.PAST.inWords())) history = engine.histories.personal(condition);
    if (why.equals(Assertion.FAMILY.inWords())) history = engine.histories.family(condition);
    history.ifPresent(code -> add(suggestion(code, match, sentence, evidence)));
    return history.isPresent();
  }

  /// What the notes at a code ask for besides it and the same statement names.
  private void besides(
      ReadSentence sentence,
      CodeEntry first,
      List<Note> notes,
      TermIndex.Found also,
      Set<String> near) {
    Evidence evidence = sentence.evidence(also.first(), also.last());
    if (!reasonNotToCode(sentence, also).isEmpty()) return;
    for (CodeEntry resolved : engine.resolver.resolve(also.code(), near)) {
      CodeEntry entry =
          engine
              .codes
              .find(AskedBesides.standingBehind(resolved.code()))
              .map(behind -> inEpisode(behind, sentence))
              .orElse(resolved);
      Optional<Note> asking = notes.stream().filter(n -> n.names(entry.code())).findFirst();
      if (asking.isEmpty() || isOneOfItsKindThere(entry, first)) continue;
      Suggestion made = suggestion(entry, also, sentence, evidence);
      var path = new ArrayList<String>(made.path());
      path.add(
          "asked for by a note at %s: %s, %s"
              .formatted(
                  Icd10Cm.written(first.code()), asking.get().kind().words(), asking.get().text()));
      add(
          new Suggestion(
              made.system(),
              made.code(),
              made.title(),
              made.confidencePercent(),
              made.evidence(),
              path,
              made.missingDetail()));
    }
  }

  private boolean isOneOfItsKindThere(CodeEntry entry, CodeEntry first) {
    String category = entry.code().substring(0, 3);
    return found.keySet().stream().anyMatch(c -> c.startsWith(category) && !c.equals(first.code()));
  }

  private void add(Suggestion made) {
    if (isValid(made.code())) {
      found.merge(made.code(), made, NoteProposal::join);
    } else {
      String why = "the code is not valid on " + note.servedOn() + " (45 CFR 162.1002)";
      notCoded.add(new Mention(made.evidence().getFirst(), made.code(), true, why));
    }
  }

  /// Whether the code may be reported for the day of the visit: a list may have codes that begin
  /// later.
  private boolean isValid(String code) {
    return engine.codes.isBillable(code, note.servedOn());
  }

  /// What speaks against codes of a kind where they are found.
  private String reasonOfKind(String code, ReadSentence sentence, boolean isDiagnosisNamed) {
    // Single words of the Index to External Causes mean other things wherever no cause is told.
    if (isCause(code) && sentence.section() != SectionKind.ASSESSMENT) {
      return "causes are taken from what happened";
    }
    if (code.startsWith("Z38") && note.setting() != EncounterSetting.INPATIENT) {
      return "for the record of the birth only (I.C.16.a.2)";
    }
    if (code.startsWith("Z71") && isDiagnosisNamed) {
      return "counseling is part of the treatment of what is named with it (I.C.21.c.10)";
    }
    return "";
  }

  /// What speaks against a code where the words say less or something else.
  private static String reasonOfWords(
      TermIndex.Found match, ReadSentence sentence, Evidence evidence) {
    boolean isUse = USE_OF_A_SUBSTANCE.matcher(match.code()).matches();
    if (isUse && USE_DISORDER.matcher(evidence.quote()).find()) {
      return "the severity decides which code the use disorder has: mild is abuse, moderate and"
          + " severe are dependence (I.C.5.b.1)";
    }
    if (match.code().startsWith("W88") && !EXPOSURE.matcher(evidence.quote()).find()) {
      return "a picture taken with X-rays is no exposure to radiation (I.C.20)";
    }
    boolean isDeadTissue = match.code().equals("I96") || match.code().equals("M879");
    if (isDeadTissue && sentence.isOfUlcer())
      return "the code of the ulcer says how deep it is (L97)";
    return "";
  }

  private static boolean isDiagnosis(String code) {
    return code.charAt(0) < 'V' && code.charAt(0) != 'R';
  }

  private static boolean isCause(String code) {
    return "VWXY".indexOf(code.charAt(0)) >= 0;
  }

  private String reasonNotToCode(ReadSentence sentence, TermIndex.Found at) {
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
    Assertion said = sentence.said(at.first(), at.last()).of(at.code());
    boolean inpatientDiagnosis =
        said == Assertion.UNCERTAIN
            && note.setting() == EncounterSetting.INPATIENT
            && sentence.section() == SectionKind.ASSESSMENT;
    boolean isStatus = said == Assertion.PAST && isOfThePast(at.code());
    if (said != Assertion.AFFIRMED && !inpatientDiagnosis && !isStatus) return said.inWords();
    if (inpatientDiagnosis && ConfirmedOnly.is(at.code())) return ConfirmedOnly.WHY;
    if (hasProblems && !sentence.sentence().isProblem()) return "not among the problems assessed";
    String words = sentence.evidence(at.first(), at.last()).quote();
    if (at.code().startsWith("Z79") && LongTermTherapies.isName(words)) {
      return "the name of a drug does not say that it is taken over a long time (I.C.21.c.3)";
    }
    return "";
  }

  /// That somebody had it before is what such codes say (I.C.21.c.4, I.C.9.e.4).
  private static boolean isOfThePast(String code) {
    return code.startsWith("I252") || code.matches("Z8[5-7].*");
  }

  private CodeEntry inEpisode(CodeEntry entry, ReadSentence sentence) {
    if (entry.code().length() < 7) return entry;
    String code =
        EpisodeOfCare.of(entry.code(), sentence.text(), c -> engine.codes.find(c).isPresent());
    return engine.codes.find(code).orElse(entry);
  }

  private Suggestion suggestion(
      CodeEntry entry, TermIndex.Found match, ReadSentence sentence, Evidence evidence) {
    String indexed = match.code();
    boolean direct = entry.code().equals(indexed);
    boolean assessed = sentence.section() == SectionKind.ASSESSMENT;
    var path = new ArrayList<String>();
    path.add(
        "“%s” leads to %s by “%s”"
            .formatted(evidence.quote(), Icd10Cm.written(indexed), match.wording()));
    if (!direct) {
      path.add(
          "billable code below %s: %s"
              .formatted(Icd10Cm.written(indexed), Icd10Cm.written(entry.code())));
    }
    int confidence = (direct ? 90 : 80) - (assessed ? 0 : 15);
    return new Suggestion(
        CodeSystem.ICD10CM,
        entry.code(),
        entry.title(),
        confidence,
        List.of(evidence),
        path,
        engine.missingDetail.of(entry));
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
