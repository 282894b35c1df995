package org.cleanclaim.app.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static Registration person(
      String last, String first, String born, String street, @Nullable String ssn) {
    return new Registration(
        "",
        new PersonName(last, first),
        LocalDate.parse(born),
        Sex.FEMALE,
        new Address(street, null, "Marlow", "OH", "43215"),
        null,
        null,
        null,
        ssn,
        null);
  }

  private static Likeness of(Registration one, Registration other) {
    assertThat(Likeness.of(one, other).points()).isEqualTo(Likeness.of(other, one).points());
    return Likeness.of(one, other);
  }

  @Test
  void namesSoundAlikeAsTheCensusHasThem() {
    assertThat(Soundex.of("Robert")).isEqualTo("R163");
    assertThat(Soundex.of("Rupert")).isEqualTo("R163");
    assertThat(Soundex.of("Ashcraft")).isEqualTo("A261");
    assertThat(Soundex.of("Tymczak")).isEqualTo("T522");
    assertThat(Soundex.of("Pfister")).isEqualTo("P236");
    assertThat(Soundex.of("Lee")).isEqualTo("L000");
    assertThat(Soundex.of("O'Hara")).isEqualTo("O600");
    assertThat(Soundex.of("李")).isEmpty();
  }

  @Test
  void aSwapOfNeighboursIsOneEdit() {
    assertThat(EditDistance.of("SMITH", "SMIHT")).isEqualTo(1);
    assertThat(EditDistance.of("SMITH", "SMYTHE")).isEqualTo(2);
    assertThat(EditDistance.of("", "ABC")).isEqualTo(3);
  }

  @Test
  void oneNameAndBirthDateIsLikelyAndTwinsAreNot() {
    var anna = person("Moreau", "Anna", "1990-03-04", "1 Elm", null);

    assertThat(of(anna, person("MOREAU", "anna", "1990-03-04", "9 Oak", null)).isLikely()).isTrue();
    assertThat(of(anna, person("Moreau", "Lisa", "1990-03-04", "1 Elm", null)).isLikely())
        .as("a twin at the same address")
        .isFalse();
    assertThat(of(anna, person("Moreau", "Anna", "1961-11-20", "1 Elm", null)).isLikely())
        .as("a mother of the same name")
        .isFalse();
  }

  @Test
  void whatDiffersIsNamedWithoutWhatStandsThere() {
    var anna = person("Moreau", "Anna", "1990-03-04", "1 Elm", "1234");

    assertThat(of(anna, person("Moreau", "Ana", "1990-03-04", "9 Oak", null)).differences())
        .isEmpty();
    assertThat(of(anna, person("Moreau", "Anna", "1961-11-20", "1 Elm", null)).differences())
        .containsExactly("birth date");
    assertThat(of(anna, person("Hale", "Ruth", "1961-11-20", "1 Elm", "9999")).differences())
        .containsExactly("last name", "first name", "birth date", "social security number");
  }

  @Test
  void mistypedDaysAndSwappedNamesAreSeenAndOtherNumbersSpeakAgainstIt() {
    var anna = person("Moreau", "Anna", "1990-03-04", "1 Elm", "1234");

    assertThat(of(anna, person("Moreau", "Anna", "1990-04-03", "1 Elm", null)).reasons())
        .contains("day and month of birth change places");
    assertThat(of(anna, person("Anna", "Moreau", "1990-03-04", "9 Oak", null)).reasons())
        .contains("first and last name change places");
    assertThat(of(anna, person("Moreau", "Anna", "1990-03-04", "9 Oak", "9999")).isPossible())
        .isFalse();
    assertThat(of(anna, person("Moreau", "Anna", "1990-03-05", "9 Oak", "1234")).isLikely())
        .isTrue();
  }
}
