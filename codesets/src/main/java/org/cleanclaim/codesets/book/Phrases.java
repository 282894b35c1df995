package org.cleanclaim.codesets.book;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.cleanclaim.codesets.search.SearchEntry.Phrase;

/// Collects from the printed books the words that lead to each code, for the search. Words in
/// parentheses are the nonessential ones. An incomplete code stands for the heading that it names.
public final class Phrases {
  /// The ending of `Pain(s)`.
  private static final Pattern PLURAL = Pattern.compile("\\(e?s\\)");

  private final Map<String, Set<Phrase>> byCode = new HashMap<>();

  /// The phrases by code or heading, without dots.
  public Map<String, List<Phrase>> byCode() {
    var copy = new HashMap<String, List<Phrase>>();
    byCode.forEach((code, phrases) -> copy.put(code, List.copyOf(phrases)));
    return Collections.unmodifiableMap(copy);
  }

  /// How many there are.
  public int size() {
    return byCode.values().stream().mapToInt(Set::size).sum();
  }

  /// The paths of an index, one for each form of the main term. A term that only refers to another
  /// one leads to the codes of that one; `see also` has to be followed where a term has no code of
  /// its own (Official Guidelines I.A.16).
  public Phrases index(IndexBook index, Origin origin) {
    for (int i = 0; i < index.size(); i++) {
      Place place = new Place(i);
      Set<String> codes = codes(index, place);
      if (codes.isEmpty()) continue;
      for (String text : paths(index, place)) codes.forEach(code -> add(code, origin, text));
    }
    return this;
  }

  private static Set<String> codes(IndexBook index, Place place) {
    Term term = index.term(place);
    Set<String> codes = new LinkedHashSet<>(term.codes());
    codes.addAll(term.manifestations());
    for (Reference.Kind kind : List.of(Reference.Kind.SEE, Reference.Kind.SEE_ALSO)) {
      for (Reference reference : term.references()) {
        if (codes.isEmpty() && reference.kind() == kind) {
          codes.addAll(referred(index, place, reference));
        }
      }
    }
    return codes;
  }

  private static List<String> referred(IndexBook index, Place place, Reference reference) {
    return switch (index.follow(place, reference)) {
      case Destination.At at when at.choose().isEmpty() -> index.term(at.place()).codes();
      case Destination.Codes named -> single(named.codes());
      default -> List.of();
    };
  }

  private static List<String> single(List<String> codes) {
    return codes.stream().filter(code -> Leads.beginning(code).indexOf('-') < 0).toList();
  }

  private static List<String> paths(IndexBook index, Place place) {
    List<Place> trail = index.trail(place);
    Term main = index.term(trail.getFirst());
    var below = new StringBuilder(words("", main.nonessential()));
    boolean connects = false;
    for (Place at : trail.subList(1, trail.size())) {
      Term term = index.term(at);
      String words = words(term.title(), term.nonessential());
      if (words.isEmpty()) continue;
      below.append(connects ? " " : ", ").append(words);
      connects = Words.CONNECTING.contains(Words.plain(term.title()));
    }
    return Forms.of(main.title()).stream().map(form -> form + below).toList();
  }

  private static String words(String title, String nonessential) {
    if (nonessential.isEmpty()) return title;
    return PLURAL.matcher(nonessential).lookingAt()
        ? title + nonessential
        : title + " " + nonessential;
  }

  /// The Table of Neoplasms: `lung, upper lobe malignant neoplasm primary`.
  public Phrases neoplasms(TableBook table) {
    return table(table, Origin.NEOPLASM_TABLE);
  }

  /// The Table of Drugs and Chemicals: `acetaminophen poisoning, accidental`.
  public Phrases drugs(TableBook table) {
    return table(table, Origin.DRUG_TABLE);
  }

  private Phrases table(TableBook table, Origin origin) {
    String head = table.head().map(table::path).orElse("");
    for (int i = 0; i < table.size(); i++) {
      Place row = new Place(i);
      String name = origin == Origin.DRUG_TABLE ? name(table, row, "") : name(table, row, head);
      for (TableBook.Cell cell : table.cells(row)) {
        String text =
            origin == Origin.DRUG_TABLE ? circumstance(cell.heading()) : behavior(cell.heading());
        add(cell.code(), origin, name + " " + text);
      }
    }
    return this;
  }

  /// The titles of the path; the head of the Table of Neoplasms, above all rows, is left out.
  private static String name(TableBook table, Place row, String head) {
    String path = table.path(row);
    String name = head.isEmpty() || !path.startsWith(head) ? path : path.substring(head.length());
    String nonessential = table.row(row).nonessential();
    String words = name.startsWith(", ") ? name.substring(2) : name;
    return nonessential.isEmpty() ? words : words + " " + nonessential;
  }

  private static String behavior(String heading) {
    String plain = Words.plain(heading);
    if (plain.startsWith("malignant")) {
      return ("malignant neoplasm " + plain.substring("malignant".length()).strip()).strip();
    }
    if (plain.startsWith("ca ")) return "carcinoma " + plain.substring("ca ".length());
    return plain.endsWith("behavior") ? "neoplasm of " + plain : plain + " neoplasm";
  }

  private static String circumstance(String heading) {
    String small = heading.toLowerCase(Locale.ROOT).strip();
    return small.startsWith("poisoning ")
        ? small.replaceFirst("poisoning[ ,]+", "poisoning, ")
        : small;
  }

  /// Inclusion terms, and what a category includes.
  public Phrases tabular(TabularList list) {
    for (Entry entry : list.entries()) {
      if (entry.level() != TabularList.Level.CODE) continue;
      for (Note note : entry.notes()) {
        boolean isName =
            note.kind() == Note.Kind.INCLUSION_TERM || note.kind() == Note.Kind.INCLUDES;
        if (isName) add(entry.id(), Origin.INCLUSION_TERM, note.text());
      }
    }
    return this;
  }

  private void add(String code, Origin origin, String text) {
    String heading = Leads.beginning(code);
    String words = text.strip();
    if (heading.isEmpty() || words.isEmpty()) return;
    byCode.computeIfAbsent(heading, c -> new LinkedHashSet<>(4)).add(new Phrase(origin, words));
  }
}
