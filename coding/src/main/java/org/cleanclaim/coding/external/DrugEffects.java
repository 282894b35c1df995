package org.cleanclaim.coding.external;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
  private static final String ACCIDENT = "Poisoning Accidental (unintentional)";
  private static final String SELF_HARM = "Poisoning Intentional self-harm";
  private static final String ASSAULT = "Poisoning Assault";
  private static final String UNDETERMINED_INTENT = "Poisoning Undetermined";
  private static final String ADVERSE_EFFECT = "Adverse effect";
  private static final String UNDERDOSING = "Underdosing";

  /// The columns of the table in the order of the sixth character, from 1.
  private static final List<String> COLUMNS =
      List.of(ACCIDENT, SELF_HARM, ASSAULT, UNDETERMINED_INTENT, ADVERSE_EFFECT, UNDERDOSING);

  private static final Map<String, String> GROUPS = groups();
  private static final Pattern POISONED =
      Pattern.compile(
          "\\b(?:overdose[ds]?|poisoning|poisoned"
              + "|(?:accidental|unintentional|intentional|inadvertent)(?:ly)? ingest\\w*"
              + "|(?:took|taken|given|ingested)\\b[^.;]{0,60}\\b(?:by mistake|in error)"
              + "|wrong (?:drug|dose|medication))\\b");

  /// Taking less than prescribed, and giving it up on one's own (I.C.19.e.5.c).
  private static final Pattern UNDERDOSED =
      Pattern.compile(
          "\\b(?:under-?dos(?:ing|e|ed)|(?<!told to |advised to )stopped taking"
              + "|(?:not|isn't) taking\\b[^.;:]{0,40}\\bas prescribed|ran out of|ration(?:s|ing|ed)"
              + "|skip(?:s|ped|ping) (?:doses|pills|his|her|some)|takes? less|taking less)\\b");

  private static final Pattern ADVERSE =
      Pattern.compile(
          "\\b(?:adverse (?:effect|reaction)|side effect|drug reaction|taken as prescribed)\\b"
              + "|(?:^|[^-])\\b(?=[a-z]+[- ]induced\\b)");
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

  /// Underdosing that nobody meant.
  private static final Pattern FORGOTTEN =
      Pattern.compile("\\b(?:forgets?|forgot|forgetting|forgotten|unintentional(?:ly)?)\\b");

  private static final String UNMEANT = "Z91138";

  /// Underdosing that the patient chose.
  private static final Pattern CHOSEN =
      Pattern.compile("\\b(?:on (?:his|her|their) own|felt better|intentional(?:ly)?)\\b");

  private static final String MEANT = "Z91128";

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
              .filter(drug -> isMeant(note, sentence, drug, column))
              .flatMap(drug -> suggestion(note, sentence, drug, column))
              .filter(made -> found.stream().noneMatch(s -> s.code().equals(made.code())));
      blamed.ifPresent(found::add);
      if (column.equals(UNDERDOSING) && blamed.isPresent()) {
        intent(words, blamed.get()).ifPresent(found::add);
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
  private Optional<Suggestion> intent(String words, Suggestion underdosing) {
    String code = "";
    if (CHOSEN.matcher(words).find()) code = MEANT;
    if (FORGOTTEN.matcher(words).find()) code = UNMEANT;
    if (COST.matcher(words).find()) code = FOR_COST;
    return codes
        .find(code)
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
      if (UNDETERMINED.matcher(words).find()) return UNDETERMINED_INTENT;
      if (ATTACKED.matcher(words).find()) return ASSAULT;
      boolean isWilled = WILLED.matcher(words).find() && !UNWILLED.matcher(words).find();
      return isWilled ? SELF_HARM : ACCIDENT;
    }
    return ADVERSE.matcher(words).find() || isCaused(words) ? ADVERSE_EFFECT : "";
  }

  private boolean isCaused(String words) {
    Matcher word = WORD.matcher(words);
    while (word.find()) {
      if (!isDrug(word.group())) continue;
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

  private boolean isDrug(String name) {
    return drugs.containsKey(name) || GROUPS.containsKey(name);
  }

  /// The name of a drug and where it stands among the words.
  private record Drug(String name, int start, int end) {}

  /// The one drug that is named, of several the one that is blamed; `drug` where no other is.
  private Optional<Drug> drug(String words) {
    var named = new ArrayList<Drug>();
    Drug any = null;
    Matcher word = WORD.matcher(words);
    while (word.find()) {
      if (!isDrug(word.group())) continue;
      var drug = new Drug(word.group(), word.start(), word.end());
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
        || words.startsWith("-induced", drug.end())
        || words.startsWith(" induced", drug.end());
  }

  /// `Not taking metformin as prescribed` denies the taking, which underdosing is.
  private static boolean isMeant(Documentation note, Sentence sentence, Drug drug, String column) {
    int start = sentence.start() + drug.start();
    int end = sentence.start() + drug.end();
    Assertion said = AssertionReader.read(note.text(), sentence, start, end);
    return said == Assertion.AFFIRMED || (said == Assertion.NEGATED && column.equals(UNDERDOSING));
  }

  private Optional<Suggestion> suggestion(
      Documentation note, Sentence sentence, Drug drug, String column) {
    int start = sentence.start();
    int end = sentence.end();
    String quote = note.text().substring(start, end);
    int blank = quote.length() - quote.stripLeading().length();
    return codesOf(drug.name(), column).stream()
        .flatMap(code -> codes.find(code + "A").filter(CodeEntry::billable).stream())
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
                    "“%s”, %s in the Table of Drugs and Chemicals, leads to %s (I.C.19.e)"
                        .formatted(drug.name(), column, new Icd10Cm(entry.code()).dotted())),
                List.of()));
  }

  private List<String> codesOf(String name, String column) {
    String group = GROUPS.get(name);
    if (group != null) return List.of(group + (COLUMNS.indexOf(column) + 1));
    Place row = drugs.get(name);
    if (row == null) return List.of();
    return table.stream()
        .flatMap(book -> book.cells(row).stream())
        .filter(cell -> cell.heading().equals(column))
        .map(TableBook.Cell::code)
        .toList();
  }

  private static Map<String, String> groups() {
    var groups = new HashMap<String, String>();
    var in = Objects.requireNonNull(DrugEffects.class.getResourceAsStream("drug_groups.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) continue;
        List<String> cells = List.of(line.split(" = "));
        for (String name : cells.get(1).split("; ")) groups.put(name, cells.get(0));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(groups);
  }
}
