package org.cleanclaim.coding.specificity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Official Guidelines I.C.19.a and I.C.19.c.1.
class EpisodeOfCareTest {
  @ParameterizedTest
  @CsvSource({
    "S52501A, right distal radius fracture,                     S52501A",
    "S52501A, right distal radius fracture; nonunion,           S52501K",
    "S52501A, malunion of distal radius fracture,               S52501P",
    "S52501A, distal radius fracture with delayed healing,      S52501G",
    "S52501A, distal radius fracture; routine healing,          S52501D",
    "S52501A, open fracture of distal radius; type ii,          S52501B",
    "S52501A, open fracture of distal radius; gustilo type iiia, S52501C",
    "S52501A, open fracture of distal radius; nonunion,         S52501M",
    "S52501A, open fracture of distal radius; follow-up,        S52501E",
    "S52501A, distal radius fracture for open reduction,        S52501A",
    "S52501A, sequela of distal radius fracture,                S52501S",
    "S8001XA, contusion of right knee; follow-up,               S8001XD",
    "S8001XA, contusion beside an open fracture,                S8001XA",
    "M8008XA, osteoporotic fracture of vertebra with nonunion,  M8008XK",
    "I10,     hypertension; follow-up,                          I10"
  })
  void theSeventhCharacterFollowsTheSentence(String code, String sentence, String expected) {
    assertThat(EpisodeOfCare.of(code, sentence, EpisodeOfCareTest::isCode)).isEqualTo(expected);
  }

  /// The characters that the tabular list gives: S52, S80, M80.
  private static boolean isCode(String code) {
    String seventh = code.substring(6);
    return switch (code.substring(0, 3)) {
      case "S52" -> "ABCDEFGHJKMNPQRS".contains(seventh);
      case "M80" -> Set.of("A", "D", "G", "K", "P", "S").contains(seventh);
      default -> Set.of("A", "D", "S").contains(seventh);
    };
  }
}
