package org.cleanclaim.coding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.reading.ReadSentence;
import org.cleanclaim.coding.specificity.CodeResolver;

/// One condition named for several places: `cellulitis of left leg and right foot` is two. Each
/// place is read with the condition by itself, so that neither takes the other's side.
final class SeveralSites {
  private static final Set<String> SIDES = Set.of("right", "left", "bilater");

  /// Between the condition and its first place; a neoplasm spreads `to` it.
  private static final Pattern PLACED =
      Pattern.compile(
          "(?i) (?:of|in) |, |(?<=^(?:metasta[a-z]{1,7}|mets)(?: [a-z]{1,14})?) to |^to ");

  private static final Pattern JOINED = Pattern.compile("(?i),? and (?:of |in )?|, ");

  /// A list of places says `and`, or each of them has its side; else the next words tell more of
  /// the first: `keratoconus, stable, right eye`.
  private static final String AND = "and";

  /// What ends the list of places.
  private static final Pattern END =
      Pattern.compile("(?i)[.;:(\\n]|\\b(?:with|due|secondary|after|from|without|on|for)\\b");

  private static final int LONGEST = 4;

  private final TermIndex terms;
  private final CodeResolver resolver;

  SeveralSites(TermIndex terms, CodeResolver resolver) {
    this.terms = terms;
    this.resolver = resolver;
  }

  /// The wording itself, or one for each of its places.
  List<Part> parts(ReadSentence sentence, Part whole) {
    if (sentence.section() != SectionKind.ASSESSMENT) return List.of(whole);
    int start = sentence.sentence().start();
    TermIndex.Found match = whole.match();
    int from = sentence.words().get(match.first()).start() - start;
    String text = sentence.text();
    Matcher end = END.matcher(text).region(from, text.length());
    int until = end.find() ? end.start() : text.length();
    Matcher placed = PLACED.matcher(text).region(from, until);
    if (!placed.find()) return List.of(whole);
    Matcher joined = JOINED.matcher(text).region(placed.end(), until);
    var places = new ArrayList<Span>();
    int at = placed.end();
    boolean isList = false;
    while (joined.find()) {
      places.add(new Span(start + at, start + joined.start()));
      at = joined.end();
      isList |= joined.group().contains(AND);
    }
    places.add(new Span(start + at, start + until));
    if (places.size() < 2) return List.of(whole);
    if (!isList && !places.stream().allMatch(place -> hasSide(sentence, place))) {
      return List.of(whole);
    }
    if (isOfAll(sentence, whole, places)) return List.of(whole);
    return parts(sentence, whole, start + placed.end(), places);
  }

  /// Whether the condition has one code for all the places: `left ovary and fallopian tube`.
  private boolean isOfAll(ReadSentence sentence, Part whole, List<Span> places) {
    return resolver.resolve(whole.match().code(), whole.near()).stream()
        .map(entry -> stems(entry.title()))
        .anyMatch(
            title -> places.stream().allMatch(place -> title.containsAll(stems(sentence, place))));
  }

  private static Set<String> stems(String title) {
    return ClinicalWord.ofPhrase(title).stream()
        .map(ClinicalWord::stem)
        .collect(Collectors.toSet());
  }

  private static boolean hasSide(ReadSentence sentence, Span place) {
    return stems(sentence, place).stream().anyMatch(SIDES::contains);
  }

  private record Span(int start, int end) {
    boolean holds(ClinicalWord word) {
      return start <= word.start() && word.end() <= end;
    }
  }

  private List<Part> parts(ReadSentence sentence, Part whole, int conditionEnd, List<Span> places) {
    var parts = new ArrayList<Part>();
    var codes = new HashSet<String>();
    Set<String> side = Set.of();
    for (Span place : places) {
      Set<String> own = stems(sentence, place);
      own.retainAll(SIDES);
      if (!own.isEmpty()) side = own;
      Optional<Part> part = part(sentence, whole, conditionEnd, place, side);
      if (part.isEmpty()) return List.of(whole);
      parts.add(part.get());
      for (CodeEntry entry : resolver.resolve(part.get().match().code(), part.get().near())) {
        codes.add(entry.code());
      }
    }
    return codes.size() < places.size() ? List.of(whole) : List.copyOf(parts);
  }

  /// The condition at one place; empty where the words are no place of it, or name something else.
  private Optional<Part> part(
      ReadSentence sentence, Part whole, int conditionEnd, Span place, Set<String> side) {
    List<ClinicalWord> words = sentence.words();
    var virtual = new ArrayList<ClinicalWord>();
    int last = -1;
    for (int i = whole.match().first(); i < words.size(); i++) {
      ClinicalWord word = words.get(i);
      if (word.end() > conditionEnd && !place.holds(word)) continue;
      if (place.holds(word)) last = i;
      virtual.add(word);
    }
    long placed = virtual.stream().filter(place::holds).count();
    if (placed == 0 || placed > LONGEST || isNamedOtherwise(sentence, whole, place)) {
      return Optional.empty();
    }
    int behind = last + 1;
    String category = whole.match().code().substring(0, 1);
    boolean[] none = new boolean[virtual.size()];
    Set<String> near = new HashSet<>(whole.near());
    for (ClinicalWord word : words) near.remove(word.stem());
    for (ClinicalWord word : virtual) near.add(word.stem());
    near.addAll(side);
    return terms.find(virtual, none, none).stream()
        .filter(found -> found.first() == 0 && found.code().startsWith(category))
        .filter(found -> namesPlace(virtual, found, place))
        .map(found ->
            new TermIndex.Found(
                found.code(),
                found.origin(),
                found.wording(),
                whole.match().first(),
                behind,
                found.essential()))
        .map(found -> new Part(found, near))
        .findFirst();
  }

  private static boolean namesPlace(List<ClinicalWord> virtual, TermIndex.Found found, Span place) {
    return virtual.subList(found.first(), found.last()).stream()
        .anyMatch(word -> place.holds(word) && !SIDES.contains(word.stem()));
  }

  private static boolean isNamedOtherwise(ReadSentence sentence, Part whole, Span place) {
    return sentence.mentions().stream()
        .filter(other -> !other.equals(whole.match()))
        .anyMatch(other ->
            sentence.words().subList(other.first(), other.last()).stream().anyMatch(place::holds));
  }

  private static Set<String> stems(ReadSentence sentence, Span place) {
    var stems = new HashSet<String>();
    for (ClinicalWord word : sentence.words()) if (place.holds(word)) stems.add(word.stem());
    return stems;
  }
}
