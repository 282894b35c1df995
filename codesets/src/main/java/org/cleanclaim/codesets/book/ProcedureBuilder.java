package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cleanclaim.codesets.book.ProcedureStep.Complete;
import org.cleanclaim.codesets.book.ProcedureStep.Open;
import org.cleanclaim.codesets.book.ProcedureStep.Option;
import org.cleanclaim.codesets.book.ProcedureStep.Refused;
import org.cleanclaim.codesets.publication.Definitions;
import org.cleanclaim.codesets.publication.ProcedureTables;
import org.cleanclaim.codesets.publication.ProcedureTables.Choice;
import org.cleanclaim.codesets.publication.ProcedureTables.Column;
import org.cleanclaim.codesets.publication.ProcedureTables.Row;

/// Builds ICD-10-PCS codes character by character: section, body system, operation, then the four
/// columns of the table. Offers only what leads to a valid code. Immutable; may be used by many
/// threads at once.
///
/// Source: ICD-10-PCS Official Guidelines, A1 to A11 and B1.
public final class ProcedureBuilder {
  private final NavigableMap<String, ProcedureTable> tables = new TreeMap<>();
  private final ProcedureMeanings meanings;

  private ProcedureBuilder(ProcedureTables tables, Definitions definitions) {
    for (ProcedureTables.Table table : tables.tables()) {
      if (table.axes().size() != ProcedureTable.FIRST_COLUMN) continue;
      this.tables.put(table.prefix(), new ProcedureTable(table));
    }
    this.meanings = new ProcedureMeanings(definitions);
  }

  public static ProcedureBuilder of(ProcedureTables tables) {
    return of(tables, new Definitions(List.of()));
  }

  /// With what the values mean.
  public static ProcedureBuilder of(ProcedureTables tables, Definitions definitions) {
    return new ProcedureBuilder(tables, definitions);
  }

  /// What may follow the characters chosen so far, of which there are none to seven.
  public ProcedureStep step(String characters) {
    String code = normal(characters);
    if (code.length() > ProcedureTable.LENGTH) {
      return new Refused(
          code, ProcedureTable.LENGTH + 1, "A code has seven characters.", "Leave out the others.");
    }
    return code.length() < ProcedureTable.FIRST_COLUMN ? heading(code) : column(code);
  }

  /// The steps that codes of an index open, which have three to seven characters; those that no
  /// table has are left out.
  public List<ProcedureStep> fromIndex(Collection<String> codes) {
    return codes.stream()
        .map(code -> step(Leads.beginning(code)))
        .filter(step -> !(step instanceof Refused))
        .toList();
  }

  public boolean isValid(String code) {
    String normal = normal(code);
    return normal.length() == ProcedureTable.LENGTH
        && table(normal).filter(t -> t.hasCode(normal)).isPresent();
  }

  /// All codes of the tables that begin so, sorted.
  public List<String> expand(String beginning) {
    var codes = new ArrayList<String>();
    String normal = normal(beginning);
    forEachCode(
        normal,
        code -> {
          if (code.startsWith(normal)) codes.add(code);
        });
    return codes;
  }

  /// Hands over every code of every table, sorted.
  public void forEachCode(Consumer<String> action) {
    forEachCode("", action);
  }

  private void forEachCode(String beginning, Consumer<String> action) {
    String table = beginning.substring(0, Math.min(beginning.length(), 3));
    startingWith(table).forEach(t -> t.forEachCode(action));
  }

  private static String normal(String characters) {
    return characters.strip().toUpperCase(Locale.ROOT);
  }

  private Optional<ProcedureTable> table(String code) {
    return Optional.ofNullable(tables.get(code.substring(0, ProcedureTable.FIRST_COLUMN)));
  }

  private Collection<ProcedureTable> startingWith(String beginning) {
    return tables.subMap(beginning, true, beginning + Character.MAX_VALUE, true).values();
  }

  private ProcedureStep heading(String code) {
    var choices = new LinkedHashMap<Character, Choice>();
    List<Choice> chosen = List.of();
    for (ProcedureTable table : startingWith(code)) {
      Choice choice = table.axes().get(code.length());
      choices.putIfAbsent(choice.character(), choice);
      chosen = table.axes().subList(0, code.length());
    }
    return choices.isEmpty() ? refuse(code) : open(code, chosen, choices.values());
  }

  private ProcedureStep column(String code) {
    Optional<ProcedureTable> table = table(code);
    List<Row> rows = table.map(t -> t.rows(code)).orElse(List.of());
    if (table.isEmpty() || rows.isEmpty()) return refuse(code);
    var chosen = new ArrayList<Choice>(table.get().axes());
    for (int i = ProcedureTable.FIRST_COLUMN; i < code.length(); i++) {
      chosen.add(choice(rows.getFirst(), i, code.charAt(i)));
    }
    if (code.length() == ProcedureTable.LENGTH) return new Complete(code, chosen);
    Map<Character, Choice> choices = new TreeMap<>();
    for (Row row : rows) {
      for (Choice choice : column(row, code.length()).choices()) {
        choices.putIfAbsent(choice.character(), choice);
      }
    }
    return open(code, chosen, choices.values());
  }

  private static Column column(Row row, int index) {
    return row.columns().get(index - ProcedureTable.FIRST_COLUMN);
  }

  private static Choice choice(Row row, int index, char character) {
    return column(row, index).choices().stream()
        .filter(c -> c.character() == character)
        .findFirst()
        .orElseThrow();
  }

  private Open open(String code, List<Choice> chosen, Collection<Choice> choices) {
    char section = code.isEmpty() ? ' ' : code.charAt(0);
    String axis = choices.iterator().next().axis();
    var options = new ArrayList<Option>();
    for (Choice choice : choices) {
      options.add(
          new Option(choice.character(), choice.meaning(), definition(code, section, choice)));
    }
    return new Open(code, chosen, code.length() + 1, axis, options);
  }

  private String definition(String code, char section, Choice choice) {
    String meaning = meanings.of(section, choice);
    if (!meaning.isEmpty() || code.length() != ProcedureTable.FIRST_COLUMN - 1) return meaning;
    return table(code + choice.character()).map(ProcedureTable::definition).orElse("");
  }

  /// Names the first character that does not go with those before it.
  private Refused refuse(String code) {
    int good = 0;
    while (good < code.length() && leadsOn(code.substring(0, good + 1))) good++;
    if (tables.isEmpty() || good == code.length()) {
      return new Refused(code, 1, "No tables are installed.", "Install the ICD-10-PCS tables.");
    }
    String valid = code.substring(0, good);
    if (!(step(valid) instanceof Open open)) throw new IllegalStateException(valid);
    String before = valid.isEmpty() ? "begins a code" : "follows " + valid + " in any table";
    List<String> options =
        open.options().stream().map(o -> o.character() + " " + o.meaning()).toList();
    return new Refused(
        code,
        open.position(),
        "No " + open.axis() + " " + code.charAt(good) + " " + before + ".",
        "Choose one of: " + String.join(", ", options) + ".");
  }

  private boolean leadsOn(String code) {
    if (code.length() < ProcedureTable.FIRST_COLUMN) return !startingWith(code).isEmpty();
    return table(code).filter(t -> t.hasCode(code)).isPresent();
  }
}
