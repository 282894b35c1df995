package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PhysicianFeeFilesTest {
  private static final String INDEX_HEADING =
      "ADDENDUM E,,,,,,\n,,,,,,\nMedicare Administrative Contractor (MAC),State,Locality Number,"
          + "Locality Name,2031 PW GPCI (with 1.0 Floor),2031 PE GPCI,2031 MP GPCI\n";

  private record Typed(String name, String text) implements SourceFile {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private record Stored(Path path) implements SourceFile {
    @Override
    public String name() {
      return path.getFileName().toString();
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  private static Publication read(SourceFile file) throws IOException {
    var result = PublisherFiles.read(file, null);
    assertThat(result).isInstanceOf(ReadResult.Read.class);
    return ((ReadResult.Read) result).publications().getFirst();
  }

  private static List<List<String>> rows(Publication publication) {
    return ((RuleTables) publication.content()).tables().getFirst().rows();
  }

  @Test
  void readsCostIndicesOfTheYearThatTheHeadingNames() throws IOException {
    var read =
        read(new Typed("any.csv", INDEX_HEADING + "00001,XX,07,SOMEWHERE,1,0.869,0.575\n,,,,,,\n"));

    assertThat(read.kind()).isEqualTo(PublicationKind.MPFS_GPCI);
    assertThat(read.effectiveFrom()).isEqualTo(LocalDate.of(2031, 1, 1));
    assertThat(rows(read))
        .containsExactly(List.of("00001", "XX", "07", "SOMEWHERE", "1", "0.869", "0.575"));
  }

  @Test
  void refusesAnIndexThatIsNone() throws IOException {
    var result =
        PublisherFiles.read(
            new Typed("any.csv", INDEX_HEADING + "00001,XX,07,SOMEWHERE,1,O.869,0.575\n"), null);

    assertThat(result)
        .isInstanceOfSatisfying(
            ReadResult.Refused.class,
            refused -> assertThat(refused.toString()).contains("O.869").contains("4"));
  }

  @Test
  void readsZipCodesOfTheQuarterThatTheLinesName() throws IOException {
    String line = "XX123450000107 Z9   1 A" + " ".repeat(52) + "20312\n";
    var read = read(new Typed("any.txt", line));

    assertThat(read.effectiveFrom()).isEqualTo(LocalDate.of(2031, 4, 1));
    assertThat(rows(read)).containsExactly(List.of("12345", "00001", "07", "1"));
  }

  @Test
  void theTextAndTheCsvOfOneIssueSayTheSame() throws IOException {
    String root = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(root != null, "CLEANCLAIM_DATA is not set: no official files to read");
    Path folder = Path.of(root, "data", "mpfs");

    var csv = read(new Stored(folder.resolve("PPRRVU2025_Oct.csv.gz")));
    var text = read(new Stored(folder.resolve("PPRRVU2025_Oct.txt.gz")));

    assertThat(csv.effectiveFrom()).isEqualTo(LocalDate.of(2025, 10, 1));
    assertThat(rows(text)).hasSameSizeAs(rows(csv)).hasSizeGreaterThan(19_000);
    assertThat(numbers(text)).isEqualTo(numbers(csv));
  }

  /// Rows with `.10` and `0.10` written alike.
  private static List<List<String>> numbers(Publication publication) {
    return rows(publication).stream()
        .map(row -> row.stream().map(cell -> cell.replaceFirst("^\\.", "0.")).toList())
        .toList();
  }
}
