package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.book.Destination;
import org.cleanclaim.codesets.book.IndexBook;
import org.cleanclaim.codesets.book.Place;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;

/// The terms of the ICD-10-PCS Index by their words: those that lead to tables, and those that say
/// by which value a part of the body or a device is meant.
final class ProcedureTerms {
  static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  /// Words that the Index has for order and records leave out.
  private static final Set<String> ORDER =
      Set.of(
          "joint", "by", "of", "in", "with", "and", "for", "or", "the", "to", "using", "bone",
          "via", "on", "a");

  /// A word for a part of the body stands for it on either side.
  private static final Set<String> SIDES = Set.of("right", "left", "bilateral");

  /// Characters that name a table.
  private static final int TABLE = 3;

  private final IndexBook book;
  private final Map<String, List<Place>> mainTerms = new HashMap<>();
  private final Map<String, List<Alias>> aliases = new HashMap<>();

  private record Alias(Set<String> words, Set<String> value) {}

  /// What a term leads to.
  ///
  /// @param prefix the characters that the Index gives
  /// @param term the path of the term in the Index, or that the name of the operation says it
  /// @param words of the term and its path, which all stand in the record
  record Lead(String prefix, String term, Set<String> words) {}

  ProcedureTerms(IndexBook book) {
    this.book = book;
    for (int i = 0; i < book.size(); i++) {
      var place = new Place(i);
      Term term = book.term(place);
      if (term.level() != 0) continue;
      List<String> words = List.copyOf(words(term.title()));
      if (words.isEmpty()) continue;
      mainTerms.computeIfAbsent(words.getFirst(), w -> new ArrayList<>()).add(place);
      alias(place, new LinkedHashSet<>(words));
    }
  }

  private void alias(Place place, Set<String> words) {
    var places = new ArrayList<>(book.children(place));
    places.add(place);
    for (Place at : places) {
      for (Reference reference : book.term(at).references()) {
        if (reference.kind() != Reference.Kind.USE) continue;
        Set<String> value = words(reference.text());
        value.removeAll(SIDES);
        Alias alias = new Alias(words, value);
        aliases.computeIfAbsent(words.iterator().next(), w -> new ArrayList<>()).add(alias);
      }
    }
  }

  static Set<String> words(String text) {
    var words = new LinkedHashSet<String>();
    Matcher word = WORD.matcher(text.toLowerCase(java.util.Locale.ROOT));
    while (word.find()) words.add(singular(word.group()));
    return words;
  }

  static String singular(String word) {
    if (word.length() > 5 && word.endsWith("ies"))
      return word.substring(0, word.length() - 3) + 'y';
    boolean isPlural =
        word.length() > 4
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("is")
            && !word.endsWith("us");
    return isPlural ? word.substring(0, word.length() - 1) : word;
  }

  /// The words of values that words of the record stand for: `cecum` of its own, `hepatic flexure`
  /// of the transverse colon.
  Set<String> meant(Set<String> said) {
    var meant = new HashSet<>(said);
    for (String word : said) {
      for (Alias alias : aliases.getOrDefault(word, List.of())) {
        if (said.containsAll(alias.words())) meant.addAll(alias.value());
      }
    }
    return meant;
  }

  /// What the terms lead to whose words a line of the record has: of each main term the lines with
  /// the most words. A term that is part of a longer one is left out. Where the Index has a term
  /// with a qualifier only (`Polypectomy, gastrointestinal`), its table is meant if the line names
  /// a body part of it.
  List<Lead> leads(Set<String> said) {
    var found = new ArrayList<List<Lead>>();
    var loose = new ArrayList<List<Lead>>();
    for (String word : said) {
      for (Place main : mainTerms.getOrDefault(word, List.of())) {
        String title = book.term(main).title();
        Set<String> words = words(title);
        if (said.containsAll(words)) {
          List<Lead> leads = below(main, words, said);
          if (!leads.isEmpty()) found.add(leads);
        } else if (title.contains(",")) {
          Set<String> first = words(title.substring(0, title.indexOf(',')));
          if (!said.containsAll(first)) continue;
          List<Lead> leads = below(main, first, said);
          leads.removeIf(lead -> lead.prefix().length() != TABLE);
          if (!leads.isEmpty()) loose.add(leads);
        }
      }
    }
    for (List<Lead> leads : loose) {
      String first = leads.getFirst().words().iterator().next();
      boolean isNamed = found.stream().anyMatch(f -> f.getFirst().words().contains(first));
      if (!isNamed) found.add(leads);
    }
    var kept = new ArrayList<Lead>();
    for (List<Lead> leads : found) {
      Set<String> words = leads.getFirst().words();
      boolean isPart =
          found.stream()
              .map(other -> other.getFirst().words())
              .anyMatch(other -> other.size() > words.size() && other.containsAll(words));
      if (!isPart) kept.addAll(leads);
    }
    return kept;
  }

  private List<Lead> below(Place main, Set<String> mainWords, Set<String> said) {
    var best = new ArrayList<Lead>();
    collect(main, mainWords, said, best, 0);
    int most = best.stream().mapToInt(lead -> lead.words().size()).max().orElse(0);
    best.removeIf(lead -> lead.words().size() < most);
    return best;
  }

  private void collect(
      Place place, Set<String> path, Set<String> said, List<Lead> leads, int depth) {
    Term term = book.term(place);
    for (String code : term.codes()) leads.add(new Lead(code, "Index: " + book.path(place), path));
    for (Reference reference : term.references()) {
      if (reference.kind() == Reference.Kind.USE) continue;
      switch (book.follow(place, reference)) {
        case Destination.Codes(List<String> codes) -> {
          for (String code : codes)
            leads.add(
                new Lead(code, "Index: " + book.path(place) + " (" + reference.text() + ")", path));
        }
        case Destination.At(Place at, String ignored) -> {
          if (depth < 2 && at.ordinal() != place.ordinal())
            collect(at, path, said, leads, depth + 2);
        }
        default -> {}
      }
    }
    if (depth > 5) return;
    for (Place child : book.children(place)) {
      Set<String> words = words(book.term(child).title());
      words.removeAll(ORDER);
      if (!said.containsAll(words)) continue;
      var longer = new LinkedHashSet<>(path);
      longer.addAll(words);
      collect(child, longer, said, leads, depth + 1);
    }
  }
}
