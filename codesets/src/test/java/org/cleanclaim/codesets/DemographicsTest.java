package org.cleanclaim.codesets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.cleanclaim.codesets.publication.CodeClasses;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publisher.PublisherFiles;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class DemographicsTest {
  private static SourceFile file(String text) {
    return new SourceFile() {
      @Override
      public String name() {
        return "FY2021_MCE.TXT";
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
      }
    };
  }

  private static CodeClasses read(String text, PublicationKind kind) throws IOException {
    var read = (ReadResult.Read) PublisherFiles.read(file(text), null);
    assertThat(read.publications().getFirst().kind()).isEqualTo(kind);
    return (CodeClasses) read.publications().getFirst().content();
  }

  @Test
  void codesAreLeftOutForTheOtherSexAndForOtherAges() throws IOException {
    var sexes = read("A34\t2 female\nC61\t1 male\n", PublicationKind.ICD10CM_SEX);
    var ages =
        read(
            "A34\t2 maternity (age 9 -64)\nC9150\t3 adult (age 15+)\n",
            PublicationKind.ICD10CM_AGE);
    var demographics = Demographics.of(sexes, ages);

    assertThat(demographics.allow("A34", Sex.FEMALE, 30)).isTrue();
    assertThat(demographics.allow("A34", Sex.MALE, 30)).isFalse();
    assertThat(demographics.allow("A34", Sex.FEMALE, 70)).isFalse();
    assertThat(demographics.allow("C9150", null, 14)).isFalse();
    assertThat(demographics.allow("C61", Sex.UNKNOWN, null)).isTrue();
    assertThat(demographics.allow("I10", Sex.MALE, 5)).isTrue();
  }

  @Test
  void aDamagedListIsRefusedWithItsLine() throws IOException {
    var result = PublisherFiles.read(file("A34\t2 female\nA34\t2 female\n"), null);
    assertThat(result)
        .isInstanceOfSatisfying(
            ReadResult.Refused.class, refused -> assertThat(refused.line()).isEqualTo(2));
  }
}
