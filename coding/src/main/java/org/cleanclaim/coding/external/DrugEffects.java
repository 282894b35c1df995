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
  private static final Pattern POISONED =
      Pattern.compile("\\b(?:overdose[ds]?|poisoning|poisoned)\\b");
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
      boolean isBehind = column.equals("Adverse effect") || column.equals("Underdosing");
      if (column.isEmpty() || (isBehind && !isCodedHere(sentence, coded))) continue;
      drug(words)
          .filter(drug -> isAffirmed(note, sentence, drug))
          .flatMap(drug -> suggestion(note, sentence, drug, column))
          .filter(made -> found.stream().noneMatch(s -> s.code().equals(made.code())))
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private static String column(String words) {
    if (UNDERDOSED.matcher(words).find()) return "Underdosing";
    if (POISONED.matcher(words).find()) {
      if (UNDETERMINED.matcher(words).find()) return "Poisoning Undetermined";
      if (ATTACKED.matcher(words).find()) return "Poisoning Assault";
      boolean isWilled = WILLED.matcher(words).find() && !UNWILLED.matcher(words).find();
      return isWilled ? "Poisoning Intentional self-harm" : "Poisoning Accidental (unintentional)";
    }
    return ADVERSE.matcher(words).find() ? "Adverse effect" : "";
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
