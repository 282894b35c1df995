package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.reading.ReadSentence;

/// What a note names, before anybody weighs it.
///
/// @param phrases runs of one to three stems that the note states, each with the places where
/// @param wordings of those looked for the ones that the note has, each with the places where
/// @param stated those of the wordings that the note does not only deny
/// @param stems all of the note
record NoteReading(
    ReadNote note,
    List<Sighting> sightings,
    Map<String, List<Evidence>> phrases,
    Map<String, List<Evidence>> wordings,
    Set<String> stated,
    Set<String> stems) {
  /// In characters.
  int length() {
    return note.note().text().length();
  }

  /// The most that a figure comes to over the stems of the sentences in which the places stand.
  double mostNear(List<Evidence> places, ToDoubleFunction<Set<String>> figure) {
    double most = 0;
    int last = -1;
    for (Evidence place : places) {
      int number = sentence(place.start());
      if (number < 0 || number == last) continue;
      last = number;
      most = Math.max(most, figure.applyAsDouble(note.sentences().get(number).stems()));
    }
    return most;
  }

  /// The number of the last sentence that begins at a character or before it; -1 for none.
  private int sentence(int at) {
    List<ReadSentence> sentences = note.sentences();
    int from = 0;
    int to = sentences.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sentences.get(middle).sentence().start() <= at) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
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
