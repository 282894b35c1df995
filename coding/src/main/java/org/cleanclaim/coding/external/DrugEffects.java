package org.cleanclaim.coding.external;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.book.Place;
import org.cleanclaim.codesets.book.TableBook;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Drugs that a diagnosis blames, by the Table of Drugs and Chemicals (Official Guidelines
/// I.C.19.e): poisoning by an overdose, an accident where nothing else is told; the adverse effect
/// of what was taken properly, behind what it did; underdosing, behind the condition.
public final class DrugEffects {
  private static final int CONFIDENCE = 80;
  private static final String ADVERSE_EFFECT = "Adverse effect";
  private static final String UNDERDOSING = "Underdosing";
  private static final Pattern POISONED =
      Pattern.compile(
          "\\b(?:overdose[ds]?|poisoning|poisoned"
              + "|(?:accidental|unintentional|intentional|inadvertent)(?:ly)? ingest\\w*"
              + "|(?:took|taken|given|ingested)\\b[^.;]{0,60}\\b(?:by mistake|in error)"
              + "|wrong (?:drug|dose|medication))\\b");
  private static final Pattern UNDERDOSED = Pattern.compile("\\bunder-?dos(?:ing|e|ed)\\b");
  private static final Pattern ADVERSE =
      Pattern.compile(
          "\\b(?:adverse (?:effect|reaction)|side effect|drug reaction|taken as prescribed)\\b"
              + "|(?:^|[^-])\\b(?=[a-z]+-induced\\b)");
  private static final Pattern WILLED =
      Pattern.compile("\\b(?:intentional|suicid\\w*|self-harm|self harm)\\b");
  private static final Pattern UNWILLED = Pattern.compile("\\b(?:unintentional|accidental)");
  private static final Pattern ATTACKED = Pattern.compile("\\b(?:assault|homicid\\w*)\\b");
  private static final Pattern UNDETERMINED = Pattern.compile("\\bundetermined\\b");
  private static final Pattern BLAMED = Pattern.compile("\\b(?:to|from|by|of|with) $");

  /// `Rash due to amoxicillin`: the drug is the cause, and nothing says that it was taken wrongly.
  private static final Pattern CAUSED =
      Pattern.compile("\\b(?:due to|caused by|secondary to|induced by|from(?: the)?) $");

  /// How many characters the words of a cause may have.
  private static final int LONGEST_CAUSE = 20;

  /// Behind the name of a drug that is none: what the body lacks, or a measure of it.
  private static final Pattern NO_DRUG =
      Pattern.compile(
          " (?:deficien\\w*|lack|level|levels|overload|abuse|depend\\w*|withdrawal|use"
              + " disorder|allerg\\w*)");

  /// Underdosing for want of money (I.C.19.e.5.c).
  private static final Pattern COST =
      Pattern.compile("\\b(?:cost|costs|financial\\w*|afford|unaffordable|copay)\\b");

  private static final String FOR_COST = "Z91120";

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]{3,}");

  private final Edition codes;
  private final Optional<TableBook> table;
  private final Map<String, Place> drugs = new HashMap<>();

  public DrugEffects(Edition codes) {
    this.codes = codes;
    this.table = codes.books().table(PublicationKind.ICD10CM_DRUGS);
    table.ifPresent(book -> {
      for (Place row : book.mainRows()) {
        String name = book.row(row).title().toLowerCase(Locale.ROOT).replace(" nec", "");
        drugs.putIfAbsent(name, row);
      }
    });
  }

  /// What the diagnoses say of drugs.
  ///
  /// @param coded the suggestions so far
  public List<Suggestion> of(Documentation note, List<Sentence> sentences, List<Suggestion> coded) {
    var found = new ArrayList<Suggestion>();
    for (Sentence sentence : sentences) {
      if (sentence.section() != SectionKind.ASSESSMENT) continue;
      String words =
          note.text().substring(sentence.start(), sentence.end()).toLowerCase(Locale.ROOT);
      String column = column(words);
      if (column.isEmpty() || !isBehindItsCondition(column, sentence, coded)) continue;
      Optional<Suggestion> blamed =
          drug(words)
              .filter(drug -> isAffirmed(note, sentence, drug))
              .flatMap(drug -> suggestion(note, sentence, drug, column))
              .filter(made -> found.stream().noneMatch(s -> s.code().equals(made.code())));
      blamed.ifPresent(found::add);
      if (column.equals(UNDERDOSING) && blamed.isPresent() && COST.matcher(words).find()) {
        intent(blamed.get()).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  /// An adverse effect and underdosing are told behind what came of them: the adverse effect in the
  /// same sentence, underdosing anywhere in the list.
  private static boolean isBehindItsCondition(
      String column, Sentence sentence, List<Suggestion> coded) {
    if (column.equals(UNDERDOSING)) return !coded.isEmpty();
    return !column.equals(ADVERSE_EFFECT) || isCodedHere(sentence, coded);
  }

  /// Why less was taken than prescribed, where the sentence says it (I.C.19.e.5.c).
  private Optional<Suggestion> intent(Suggestion underdosing) {
    return codes
        .find(FOR_COST)
        .filter(CodeEntry::billable)
        .map(entry ->
            new Suggestion(
                CodeSystem.ICD10CM,
                entry.code(),
                entry.title(),
                CONFIDENCE,
                underdosing.evidence(),
                List.of("why less was taken than prescribed is told (I.C.19.e.5.c)"),
                List.of()));
  }

  private String column(String words) {
    if (UNDERDOSED.matcher(words).find()) return UNDERDOSING;
    if (POISONED.matcher(words).find()) {
      if (UNDETERMINED.matcher(words).find()) return "Poisoning Undetermined";
      if (ATTACKED.matcher(words).find()) return "Poisoning Assault";
      boolean isWilled = WILLED.matcher(words).find() && !UNWILLED.matcher(words).find();
      return isWilled ? "Poisoning Intentional self-harm" : "Poisoning Accidental (unintentional)";
    }
    return ADVERSE.matcher(words).find() || isCaused(words) ? ADVERSE_EFFECT : "";
  }

  private boolean isCaused(String words) {
    Matcher word = WORD.matcher(words);
    while (word.find()) {
      if (!drugs.containsKey(word.group())) continue;
      int from = Math.max(0, word.start() - LONGEST_CAUSE);
      boolean isCause = CAUSED.matcher(words).region(from, word.start()).find();
      if (!isCause) continue;
      if (!NO_DRUG.matcher(words).region(word.end(), words.length()).lookingAt()) return true;
    }
    return false;
  }

  private static boolean isCodedHere(Sentence sentence, List<Suggestion> coded) {
    return coded.stream()
        .flatMap(s -> s.evidence().stream())
        .anyMatch(e -> e.start() >= sentence.start() && e.end() <= sentence.end());
  }

  /// A row of the table and where its name stands among the words.
  private record Drug(Place row, int start, int end) {}

  /// The one drug that is named, of several the one that is blamed; `drug` where no other is.
  private Optional<Drug> drug(String words) {
    var named = new ArrayList<Drug>();
    Drug any = null;
    Matcher word = WORD.matcher(words);
    while (word.find()) {
      Place row = drugs.get(word.group());
      if (row == null) continue;
      var drug = new Drug(row, word.start(), word.end());
      if (word.group().equals("drug")) {
        any = drug;
      } else {
        named.add(drug);
      }
    }
    if (named.isEmpty()) return Optional.ofNullable(any);
    if (named.size() == 1) return Optional.of(named.getFirst());
    List<Drug> blamed = named.stream().filter(drug -> isBlamed(words, drug)).toList();
    return blamed.size() == 1 ? Optional.of(blamed.getFirst()) : Optional.empty();
  }

  private static boolean isBlamed(String words, Drug drug) {
    return BLAMED.matcher(words.substring(0, drug.start())).find()
        || words.startsWith("-induced", drug.end());
  }

  private static boolean isAffirmed(Documentation note, Sentence sentence, Drug drug) {
    int start = sentence.start() + drug.start();
    int end = sentence.start() + drug.end();
    return AssertionReader.read(note.text(), sentence, start, end) == Assertion.AFFIRMED;
  }

  private Optional<Suggestion> suggestion(
      Documentation note, Sentence sentence, Drug drug, String column) {
    int start = sentence.start();
    int end = sentence.end();
    String quote = note.text().substring(start, end);
    int blank = quote.length() - quote.stripLeading().length();
    TableBook book = table.orElseThrow();
    return book.cells(drug.row()).stream()
        .filter(cell -> cell.heading().equals(column))
        .map(cell -> cell.code() + "A")
        .flatMap(code -> codes.find(code).filter(CodeEntry::billable).stream())
        .findFirst()
        .map(entry ->
            new Suggestion(
                CodeSystem.ICD10CM,
                entry.code(),
                entry.title(),
                CONFIDENCE,
                List.of(
                    new Evidence(note.documentId(), start + blank, end, quote.substring(blank))),
                List.of(
                    "“%s” of the Table of Drugs and Chemicals, %s, leads to %s (I.C.19.e)"
                        .formatted(
                            book.row(drug.row()).title(),
                            column,
                            new Icd10Cm(entry.code()).dotted())),
                List.of()));
  }
}
