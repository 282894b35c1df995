package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.coding.Evidence;

/// What a note names, before anybody weighs it.
///
/// @param length of the note in characters
/// @param phrases runs of one to three stems that the note states, each with the places where
/// @param stated those of the wordings that the note does not only deny
/// @param stems all of the note
/// @param wordings of those looked for the ones that the note states, each with the places where
record NoteReading(
    int length,
    List<Sighting> sightings,
    Map<String, List<Evidence>> phrases,
    Map<String, List<Evidence>> wordings,
    Set<String> stated,
    Set<String> stems) {
  /// The sightings of each code, in the order of the text.
  Map<String, List<Sighting>> byCode() {
    var byCode = new LinkedHashMap<String, List<Sighting>>();
    for (Sighting each : sightings) {
      byCode.computeIfAbsent(each.code(), code -> new ArrayList<>()).add(each);
    }
    return byCode;
  }
}
