package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.junit.jupiter.api.Test;

class EditorFlagsTest {
  private static final String HEADING = "code\tfrom\tto\tflags\n";

  private static ReadResult read(String text) throws IOException {
    return PublisherFiles.read(TextFile.of("editor.tsv", text), null);
  }

  private static RuleTables.Table table(String text) throws IOException {
    var publication = ((ReadResult.Read) read(text)).publications().getFirst();
    assertThat(publication.kind()).isEqualTo(PublicationKind.MCE);
    assertThat(publication.effectiveFrom()).isEqualTo(LocalDate.of(2015, 10, 1));
    return ((RuleTables) publication.content()).tables().getFirst();
  }

  @Test
  void theCodesTellWhichTableItIs() throws IOException {
    var diagnoses = table(HEADING + "I10\t2015-10-01\t2026-09-30\tADULT,QADM\n");
    assertThat(diagnoses.name()).isEqualTo("diagnoses");
    assertThat(diagnoses.rows())
        .containsExactly(List.of("I10", "2015-10-01", "2026-09-30", "ADULT,QADM"));
    assertThat(
            table(
                    HEADING
                        + "B20YZZZ\t2015-10-01\t2026-09-30\t\n"
                        + "0UT90ZZ\t2015-10-01\t2026-09-30\tLCOV\n")
                .name())
        .isEqualTo("procedures");
    assertThat(
            table("type\tfrom\tto\tstart_age\tend_age\nAdult\t1984-03-01\t2026-09-30\t15\t124\n")
                .name())
        .isEqualTo("ages");
    assertThat(table("code\tfrom\tto\n30\t1980-10-01\t2026-09-30\n").name())
        .isEqualTo("discharge statuses");
  }

  @Test
  void aFlagThatNoRuleKnowsIsRefusedWithItsLine() throws IOException {
    var refused =
        (ReadResult.Refused)
            read(HEADING + "I10\t2015-10-01\t2026-09-30\t\nI11\t2015-10-01\t2026-09-30\tSTRANGE\n");
    assertThat(refused.line()).isEqualTo(3);
    assertThat(refused.message()).contains("STRANGE");
    assertThat(read(HEADING + "I10\t2015-13-01\t2026-09-30\t\n"))
        .isInstanceOf(ReadResult.Refused.class);
  }
}
