package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.x12.Transaction.AuthorizationReviewed;
import org.junit.jupiter.api.Test;

class AuthorizationTest {
  /// A review read from a public sample, written and read again, is the same review, and what is
  /// written follows its guide.
  @Test
  void reviewsOfThePublicSamplesSurviveWritingAndReading() throws IOException {
    int compared = 0;
    for (Path file : Samples.all()) {
      if (!file.getParent().getFileName().toString().equals("278")) continue;
      X12File read = X12Reader.read(Files.newInputStream(file), file.toString());
      for (Interchange interchange : read.interchanges()) {
        for (Transaction transaction : interchange.transactions()) {
          if (!(transaction instanceof AuthorizationReviewed reviewed)) continue;
          assertThat(reviewed.review().events()).as(file.toString()).isNotEmpty();
          byte[] written =
              X12Writer.authorizationReviews(
                  interchange.envelope(), "1", List.of(reviewed.review()));
          var again =
              (AuthorizationReviewed)
                  X12Reader.read(new ByteArrayInputStream(written), "again")
                      .transactions()
                      .getFirst();
          assertThat(again.review()).as(file.toString()).isEqualTo(reviewed.review());
          var errors = new ArrayList<Fault>();
          X12Checker.check(
              new ByteArrayInputStream(written), "278", CheckOptions.standard(), errors::add);
          boolean isDefective = file.getFileName().toString().contains("oopfactory");
          assertThat(isDefective ? List.of() : errors.stream().filter(Fault::isError).toList())
              .as(file.toString())
              .isEmpty();
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(8);
  }
}
