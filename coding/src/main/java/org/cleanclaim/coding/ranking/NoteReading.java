package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.cleanclaim.coding.Evidence;

/// What a note names, before anybody weighs it.
///
/// @param length of the note in characters
/// @param phrases runs of one to three stems that the note states, each with the places where
/// @param stated those of the wordings that the note does not only deny
/// @param sentences the stems of each, by the character at which it begins
/// @param stems all of the note
/// @param wordings of those looked for the ones that the note states, each with the places where
record NoteReading(
    int length,
    List<Sighting> sightings,
    Map<String, List<Evidence>> phrases,
    Map<String, List<Evidence>> wordings,
    Set<String> stated,
    NavigableMap<Integer, Set<String>> sentences,
    Set<String> stems) {
  /// The most that a figure comes to over the sentences in which the places stand.
  double mostNear(List<Evidence> places, ToDoubleFunction<Set<String>> figure) {
    double most = 0;
    int last = -1;
    for (Evidence place : places) {
      var sentence = sentences.floorEntry(place.start());
      if (sentence == null || sentence.getKey() == last) continue;
      last = sentence.getKey();
      most = Math.max(most, figure.applyAsDouble(sentence.getValue()));
    }
    return most;
  }

  /// The sightings of each code, in the order of the text.
  Map<String, List<Sighting>> byCode() {
    var byCode = new LinkedHashMap<String, List<Sighting>>();
    for (Sighting each : sightings) {
      byCode.computeIfAbsent(each.code(), code -> new ArrayList<>()).add(each);
    }
    return byCode;
  }
}
