package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.reading.ReadSentence;
import org.cleanclaim.coding.specificity.CodeResolver;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// The patient's smoking, wherever the note documents it. The Alphabetic Index leads from `smoker`
/// to dependence, which an Excludes1 note sets before mere use (Z72.0); where the notes at a coded
/// disease, of the lungs above all, ask for dependence or its history, it is coded besides
/// (Official Guidelines I.A.12.a, I.A.17, I.C.5.b).
public final class Tobacco {
  private static final String USE = "Z720";
  private static final String DEPENDENCE = "F17";
  private static final String HISTORY = "Z87891";
  private static final String ANY_PRODUCT = "F1720";
  private static final String PACKS =
      "(?:\\d|½|¼|\\bhalf|\\bone|\\btwo|\\bthree|\\ba)[ -]?(?:an? )?(?:ppd|packs?(?:/| per | an? |"
          + " each )day)\\b";

  /// What tells of which product somebody depends on.
  private static final Set<String> PRODUCTS =
      ClinicalWord.ofPhrase("cigarettes chewing").stream()
          .map(ClinicalWord::stem)
          .collect(Collectors.toUnmodifiableSet());

  /// Before the product: another one, or that it was given up.
  private static final Pattern OTHER =
      Pattern.compile("\\b(?:e-|electronic |vap\\w* |(?:quit|stopped|gave up|former)\\b[^,;]*)$");

  /// May be anybody's: `a bar that allows smoking`.
  private static final String ACT = "smoking";

  /// Who wants to give it up, or counts the packs of a day, smokes.
  private static final Pattern OF_A_SMOKER =
      Pattern.compile(
          "\\b(?:would"
              + " like|wants?|wishes|ready|trying|tries|hopes|motivated|plans|interested|desires)\\b[^.;]{0,20}\\b(?:quit\\w*|stop\\w*|give"
              + " up|giving up) smoking\\b|\\bsmoking[^.;]{0,20}"
              + PACKS);

  /// Packs are of cigarettes: `1 ppd`, `half a pack a day`.
  private static final Pattern PACKS_A_DAY = Pattern.compile(PACKS);

  private static final String CIGARETTE = ClinicalWord.ofPhrase("cigarettes").getFirst().stem();

  /// `Quit smoking 2010`, `she stopped smoking`; `wants to quit smoking` is still to come.
  private static final Pattern GIVEN_UP =
      Pattern.compile(
          "\\b(?:(?:he|she|they|who|patient|has|had) (?:has |had )?(?:quit|stopped|gave up|given"
              + " up) (?:smoking|tobacco|cigarettes)\\b|(?<!\\bto )(?:quit|stopped|gave up)"
              + " (?:smoking|tobacco|cigarettes)(?=[ ,(]*(?:in |since |about |over |around"
              + " )*+(?:(?:19|20)\\d\\d|\\d+ (?:years?|yrs?|months?) ago)))");

  private final Edition codes;
  private final CodeResolver resolver;
  private final AskedBesides asked;

  public Tobacco(Edition codes, CodeResolver resolver, AskedBesides asked) {
    this.codes = codes;
    this.resolver = resolver;
    this.asked = asked;
  }

  /// The suggestions with what the note tells of smoking.
  ///
  /// @param notCoded what gives way is added
  public List<Suggestion> settle(ReadNote note, List<Suggestion> all, List<Mention> notCoded) {
    List<Evidence> givenUp = givenUp(note);
    List<Suggestion> suggestions = ofProduct(note, withoutGivenUp(all, givenUp, notCoded), givenUp);
    Optional<Suggestion> use = suggestions.stream().filter(s -> s.code().equals(USE)).findFirst();
    boolean isCoded =
        suggestions.stream()
            .anyMatch(s -> s.code().startsWith(DEPENDENCE) || s.code().equals(HISTORY));
    Optional<Suggestion> asking = suggestions.stream().filter(s -> asks(s.code())).findFirst();
    if (isCoded || (use.isEmpty() && asking.isEmpty())) return suggestions;
    Optional<Told> told =
        (givenUp.isEmpty() ? told(note, DEPENDENCE) : Optional.<Told>empty())
            .or(() -> use.isPresent() ? Optional.empty() : told(note, HISTORY))
            .or(() -> use.isPresent() ? Optional.empty() : history(givenUp));
    if (told.isEmpty()) return suggestions;
    var settled = new ArrayList<>(suggestions);
    use.ifPresent(plain -> {
      settled.remove(plain);
      Guidelines.drop(plain, "the note tells of dependence (I.A.12.a)", notCoded);
    });
    String why =
        use.isPresent()
            ? "an Excludes1 note at Z72.0 sets dependence before use (I.A.12.a)"
            : "a note at %s asks for it besides (I.A.17)"
                .formatted(Icd10Cm.written(asking.orElseThrow().code()));
    int confidence = use.or(() -> asking).orElseThrow().confidencePercent();
    settled.add(told.get().suggestion(confidence, why));
    return settled;
  }

  /// Where the note says that the patient has given up smoking.
  private static List<Evidence> givenUp(ReadNote note) {
    var places = new ArrayList<Evidence>();
    for (ReadSentence sentence : note.sentences()) {
      if (sentence.section() == SectionKind.FAMILY_HISTORY) continue;
      Matcher said = GIVEN_UP.matcher(sentence.text());
      while (said.find()) {
        int start = sentence.sentence().start() + said.start();
        int end = sentence.sentence().start() + said.end();
        Assertion how = AssertionReader.read(note.note().text(), sentence.sentence(), start, end);
        if (how == Assertion.FAMILY || how == Assertion.ANOTHER || how == Assertion.NEGATED)
          continue;
        String quote = note.note().text().substring(start, end);
        places.add(new Evidence(note.note().documentId(), start, end, quote));
      }
    }
    return List.copyOf(places);
  }

  private Optional<Told> history(List<Evidence> givenUp) {
    if (givenUp.isEmpty()) return Optional.empty();
    return codes.find(HISTORY).map(entry -> new Told(entry, "history of dependence", givenUp));
  }

  /// Dependence that rests on nothing but that it was given up is history of it (I.C.5.b.1).
  private List<Suggestion> withoutGivenUp(
      List<Suggestion> all, List<Evidence> givenUp, List<Mention> notCoded) {
    var settled = new ArrayList<Suggestion>();
    for (Suggestion each : all) {
      boolean isSmoking = each.code().startsWith(DEPENDENCE) || each.code().equals(USE);
      boolean isOver =
          isSmoking
              && each.evidence().stream()
                  .allMatch(at ->
                      givenUp.stream()
                          .anyMatch(up -> up.start() <= at.start() && at.end() <= up.end()));
      if (!isOver) {
        settled.add(each);
        continue;
      }
      Guidelines.drop(each, "the note says that it was given up", notCoded);
      if (all.stream().anyMatch(s -> s.code().equals(HISTORY))) continue;
      history(givenUp)
          .map(told -> told.suggestion(each.confidencePercent(), "given up (I.C.21.c.4)"))
          .ifPresent(settled::add);
    }
    return List.copyOf(settled);
  }

  /// Dependence on a product that another place of the note names is coded with it (I.B.2).
  private List<Suggestion> ofProduct(ReadNote note, List<Suggestion> all, List<Evidence> givenUp) {
    boolean isOpen = all.stream().anyMatch(s -> s.code().startsWith(ANY_PRODUCT));
    if (!isOpen || !givenUp.isEmpty()) return all;
    Map<String, Evidence> products = products(note);
    if (products.isEmpty()) return all;
    return all.stream()
        .map(each ->
            each.code().startsWith(ANY_PRODUCT) ? ofProduct(each, products).orElse(each) : each)
        .toList();
  }

  private Optional<Suggestion> ofProduct(Suggestion open, Map<String, Evidence> products) {
    Evidence product = products.values().iterator().next();
    return resolver.resolve(DEPENDENCE + "2", products.keySet()).stream()
        .filter(entry -> entry.billable() && !entry.code().startsWith(ANY_PRODUCT))
        .findFirst()
        .flatMap(entry -> codes.find(inState(entry.code(), open.code())))
        .map(entry -> {
          var evidence = new ArrayList<>(open.evidence());
          if (!evidence.contains(product)) evidence.add(product);
          var path = new ArrayList<>(open.path());
          path.add(
              "“%s” names the product: %s"
                  .formatted(product.quote(), Icd10Cm.written(entry.code())));
          return new Suggestion(
              CodeSystem.ICD10CM,
              entry.code(),
              entry.title(),
              open.confidencePercent(),
              evidence,
              path,
              List.of());
        });
  }

  /// The last character says how the dependence is, of each product alike: in remission, with
  /// withdrawal.
  private static String inState(String ofProduct, String open) {
    return ofProduct.substring(0, ofProduct.length() - 1) + open.charAt(open.length() - 1);
  }

  private boolean asks(String code) {
    return asked.notes(code).stream()
        .anyMatch(
            note -> note.kind() == Note.Kind.USE_ADDITIONAL && note.names(DEPENDENCE + "200"));
  }

  private record Told(CodeEntry entry, String wording, List<Evidence> places) {
    Suggestion suggestion(int confidence, String why) {
      return new Suggestion(
          CodeSystem.ICD10CM,
          entry.code(),
          entry.title(),
          confidence,
          places,
          List.of(
              "“%s” leads to %s by “%s”"
                  .formatted(places.getFirst().quote(), Icd10Cm.written(entry.code()), wording),
              why),
          List.of());
    }
  }

  /// The most exact code of those beginning so that the note says of the patient.
  private Optional<Told> told(ReadNote note, String beginning) {
    Map<String, Evidence> products = products(note);
    Told best = null;
    for (ReadSentence sentence : note.sentences()) {
      for (TermIndex.Found match : sentence.mentions()) {
        if (!match.code().startsWith(beginning) || !isOfPatient(sentence, match)) continue;
        Set<String> near = new HashSet<>(sentence.telling());
        near.addAll(products.keySet());
        Optional<CodeEntry> entry =
            resolver.resolve(match.code(), near).stream()
                .filter(e -> codes.find(e.code()).filter(CodeEntry::billable).isPresent())
                .findFirst();
        if (entry.isEmpty()) continue;
        boolean isVague = entry.get().title().contains("unspecified");
        if (best != null && (isVague || !best.entry().title().contains("unspecified"))) continue;
        var places = new ArrayList<Evidence>();
        places.add(sentence.evidence(match.first(), match.last()));
        if (!isVague && !sentence.telling().containsAll(products.keySet())) {
          places.addAll(products.values());
        }
        best = new Told(entry.get(), match.wording(), List.copyOf(places));
      }
    }
    return Optional.ofNullable(best);
  }

  /// `Smoker` in one place and `tobacco use, cigarettes` in another are one habit (I.B.2), where
  /// the note tells of one product alone. What is vaped is another one (I.C.10.e), what was given
  /// up none.
  private static Map<String, Evidence> products(ReadNote note) {
    var products = new TreeMap<String, Evidence>();
    for (ReadSentence sentence : note.sentences()) {
      if (sentence.mentions().stream().noneMatch(m -> isTobacco(sentence, m))) continue;
      for (int i = 0; i < sentence.words().size(); i++) {
        String stem = sentence.words().get(i).stem();
        if (!PRODUCTS.contains(stem) || sentence.said(i, i + 1) != Assertion.AFFIRMED) continue;
        int at = sentence.words().get(i).start() - sentence.sentence().start();
        if (OTHER.matcher(sentence.text()).region(0, at).find()) continue;
        products.putIfAbsent(stem, sentence.evidence(i, i + 1));
      }
      packs(note, sentence).ifPresent(packs -> products.putIfAbsent(CIGARETTE, packs));
    }
    return products.size() == 1 ? products : Map.of();
  }

  private static Optional<Evidence> packs(ReadNote note, ReadSentence sentence) {
    Matcher packs = PACKS_A_DAY.matcher(sentence.text());
    if (!packs.find() || OTHER.matcher(sentence.text()).region(0, packs.start()).find()) {
      return Optional.empty();
    }
    int start = sentence.sentence().start() + packs.start();
    int end = sentence.sentence().start() + packs.end();
    return Optional.of(
        new Evidence(
            note.note().documentId(), start, end, note.note().text().substring(start, end)));
  }

  private static boolean isTobacco(ReadSentence sentence, TermIndex.Found match) {
    boolean isTobacco = match.code().startsWith(DEPENDENCE) || match.code().equals(USE);
    return isTobacco && isOfPatient(sentence, match);
  }

  private static boolean isOfPatient(ReadSentence sentence, TermIndex.Found match) {
    return sentence.section() != SectionKind.FAMILY_HISTORY
        && (!sentence.evidence(match.first(), match.last()).quote().equalsIgnoreCase(ACT)
            || OF_A_SMOKER.matcher(sentence.text()).find())
        && sentence.said(match.first(), match.last()) == Assertion.AFFIRMED;
  }
}
