package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.assertion.Assertion;
import org.jspecify.annotations.Nullable;

/// Puts into numbers what speaks for each code of a note.
final class Weighing {
  private static final int WORDING_DOCUMENTS = 4;
  private static final int PHRASE_DOCUMENTS = 4;

  private static final int LONGEST_ABBREVIATION = 5;
  private static final int MOST_PLACES = 20;

  private final Learned learned;
  private final Titles titles;
  private final double commonWordings;
  private final Categories categories;

  Weighing(Learned learned, Titles titles) {
    this.learned = learned;
    this.titles = titles;
    this.commonWordings = learned.allWordings().share(0.5, 1);
    this.categories = new Categories(learned);
  }

  /// A code with what speaks for it.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Weighed(String code, String title, double[] features, List<Evidence> evidence) {}

  /// The codes of a note, in the order in which they are met.
  List<Weighed> of(NoteReading note) {
    return of(note, any -> true);
  }

  /// Those that are wanted.
  List<Weighed> of(NoteReading note, Predicate<String> isWanted) {
    return of(note, isWanted, null, (wording, code) -> false);
  }

  /// All of them, without what this note itself taught.
  ///
  /// @param given the codes that its coder gave
  /// @param isOwn whether a wording was marked for a code in this note only
  List<Weighed> of(NoteReading note, Set<String> given, BiPredicate<String, String> isOwn) {
    return of(note, any -> true, given, isOwn);
  }

  private List<Weighed> of(
      NoteReading note,
      Predicate<String> isWanted,
      @Nullable Set<String> given,
      BiPredicate<String, String> isOwn) {
    Map<String, List<Sighting>> sighted = note.byCode();
    Map<String, Lead> led = new LinkedHashMap<>();
    note.phrases()
        .forEach((phrase, places) ->
            learned
                .phrases()
                .getOrDefault(phrase, Map.of())
                .forEach((code, tally) -> {
                  if (isWanted.test(code)) lead(led, code, tally, places, given);
                }));
    Map<String, Lead> marked = marked(note, isWanted, given, isOwn);
    var stated = new ArrayList<String>();
    sighted.forEach((code, sightings) -> {
      if (isAnyStated(sightings)) stated.add(code);
    });
    var codes = new LinkedHashMap<String, List<Sighting>>(sighted);
    marked.keySet().forEach(code -> codes.putIfAbsent(code, List.of()));
    led.keySet().forEach(code -> codes.putIfAbsent(code, List.of()));
    var specific = new HashSet<String>();
    for (String code : stated) if (!titles.of(code).isVague()) specific.add(Categories.of(code));
    var weighed = new ArrayList<Weighed>();
    codes.forEach((code, sightings) -> {
      Title title = titles.of(code);
      if (title.text().isEmpty() || !isWanted.test(code)) return;
      var features = new Features();
      Lead lead = led.get(code);
      sightings(features, code, sightings, given);
      if (lead != null) {
        features.put(Feature.BY_PHRASE, 1);
        features.put(Feature.PHRASE_SHARE, logit(share(lead.tally(), learned.common(code))));
        if (features.has(Feature.AFFIRMED)) features.put(Feature.BOTH, 1);
      }
      Lead mark = marked.get(code);
      if (mark != null) {
        features.put(Feature.BY_MARKED, 1);
        features.put(Feature.MARKED_SHARE, logit(markedShare(mark.tally())));
        features.put(Feature.MARKED_WORDS, Math.min(3, mark.words()));
        features.put(Feature.MARKED_TIMES, StrictMath.log(1.0 + mark.tally().right()));
        if (features.has(Feature.AFFIRMED)) features.put(Feature.MARKED_TOO, 1);
        if (!mark.isStated()) features.put(Feature.MARKED_DENIED, 1);
      }
      boolean isGiven = given != null && given.contains(code);
      features.put(Feature.COMMON, logit(learned.common(code, isGiven)));
      if (title.isVague()) features.put(Feature.UNSPECIFIED, 1);
      if (title.isVague() && specific.contains(Categories.of(code))) {
        features.put(Feature.MORE_SPECIFIC_BESIDE, 1);
      }
      if (code.startsWith("R")) features.put(Feature.SYMPTOM, 1);
      List<Evidence> evidence = evidence(sightings, mark, lead);
      features.put(Feature.EARLY, 1 - (double) evidence.getFirst().start() / note.length());
      features.put(Feature.TITLE_SHARE, title.share(note.stems()));
      features.put(Feature.TITLE_NEAR, note.mostNear(evidence, title::share));
      features.put(Feature.PLACES, StrictMath.log((double) evidence.size()));
      if (isAbbreviated(evidence)) features.put(Feature.ABBREVIATED, 1);
      if (!sightings.isEmpty()) {
        features.put(Feature.CATEGORY_SHARE, logit(categories.share(code, stated, given)));
      }
      weighed.add(new Weighed(code, title.text(), features.values(), evidence));
    });
    return weighed;
  }

  private static boolean isAnyStated(List<Sighting> sightings) {
    for (Sighting each : sightings) if (each.isStated()) return true;
    return false;
  }

  private void lead(
      Map<String, Lead> led,
      String code,
      Tally tally,
      List<Evidence> places,
      @Nullable Set<String> given) {
    double common = learned.common(code);
    Tally others = given == null ? tally : tally.without(true, given.contains(code));
    if (given != null && !others.points(common)) return;
    Lead known = led.get(code);
    boolean isBest = known == null || share(others, common) > share(known.tally(), common);
    if (isBest) led.put(code, new Lead(others, 0, places, true));
  }

  /// The wordings that coders marked elsewhere: by code the one that was right most often.
  private Map<String, Lead> marked(
      NoteReading note,
      Predicate<String> isWanted,
      @Nullable Set<String> given,
      BiPredicate<String, String> isOwn) {
    var marked = new LinkedHashMap<String, Lead>();
    note.wordings()
        .forEach((wording, places) ->
            learned
                .marked()
                .getOrDefault(wording, Map.of())
                .forEach((code, all) -> {
                  if (!isWanted.test(code)) return;
                  Tally tally = given == null ? all : all.without(true, given.contains(code));
                  if (isOwn.test(wording, code) || tally.right() == 0) return;
                  var lead =
                      new Lead(
                          tally,
                          wording.split(" ").length,
                          places,
                          note.stated().contains(wording));
                  marked.merge(code, lead, Weighing::better);
                }));
    return marked;
  }

  private static Lead better(Lead one, Lead two) {
    return markedShare(two.tally()) > markedShare(one.tally()) ? two : one;
  }

  private static double markedShare(Tally tally) {
    return tally.share(0.5, 1);
  }

  private static double share(Tally tally, double common) {
    return tally.share(common, PHRASE_DOCUMENTS);
  }

  private void sightings(
      Features features, String code, List<Sighting> sightings, @Nullable Set<String> given) {
    features.put(Feature.BASE, 1);
    if (sightings.isEmpty()) return;
    int affirmed = 0;
    int words = 0;
    boolean isNegated = true;
    for (Sighting each : sightings) {
      if (each.said() == Assertion.AFFIRMED) affirmed++;
      if (each.said() != Assertion.NEGATED) isNegated = false;
      if (each.isDirect()) features.put(Feature.DIRECT, 1);
      words = Math.max(words, each.words());
    }
    boolean isStated = isAnyStated(sightings);
    if (affirmed > 0) {
      features.put(Feature.AFFIRMED, 1);
      features.put(Feature.TIMES, StrictMath.log((double) affirmed));
    } else if (isStated) {
      features.put(Feature.PAST_ONLY, 1);
    } else {
      features.put(isNegated ? Feature.NEGATED_ONLY : Feature.UNSURE_ONLY, 1);
    }
    features.put(Feature.WORDS, Math.min(4, words));
    if (!isStated) return;
    Tally tally = learned.wordings().getOrDefault(code, Tally.NONE);
    if (given != null) tally = tally.without(true, given.contains(code));
    features.put(Feature.WORDING_SHARE, logit(tally.share(commonWordings, WORDING_DOCUMENTS)));
  }

  /// `CF`: nothing but capitals at every place.
  private static boolean isAbbreviated(List<Evidence> places) {
    for (Evidence place : places) if (!isAbbreviation(place.quote())) return false;
    return true;
  }

  private static boolean isAbbreviation(String words) {
    if (words.length() < 2 || words.length() > LONGEST_ABBREVIATION) return false;
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) < 'A' || words.charAt(i) > 'Z') return false;
    }
    return true;
  }

  private static List<Evidence> evidence(
      List<Sighting> sightings, @Nullable Lead mark, @Nullable Lead lead) {
    List<Sighting> stated = sightings.stream().filter(Sighting::isStated).toList();
    if (!stated.isEmpty())
      return stated.stream().map(Sighting::evidence).limit(MOST_PLACES).toList();
    if (mark != null) return mark.places();
    if (lead != null) return lead.places();
    return sightings.stream().map(Sighting::evidence).limit(MOST_PLACES).toList();
  }

  static double logit(double share) {
    return StrictMath.log(share / (1 - share));
  }

  /// The phrase that points to a code most clearly.
  private record Lead(Tally tally, int words, List<Evidence> places, boolean isStated) {}
}
