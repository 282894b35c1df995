package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Small files of our own in the layout of the Medicare Coverage Database; its code lists are not
/// part of this repository.
class CoverageFilesTest {
  private static final String ARTICLES =
      "article_id,article_version,article_type,title,article_eff_date,article_end_date,description,"
          + "status,display_id\n";
  private static final String CODES =
      "article_id,article_version,hcpc_code_id,hcpc_code_version,hcpc_code_group,range\n";
  private static final String COVERED =
      "article_id,article_version,icd10_code_id,icd10_code_version,icd10_covered_group,range\n";
  private static final String KEPT =
      "document,title,contractor,states,codes,covered,not_covered,units,days,from,through,source\n";
  private static final String INDEX =
      "contractor_name_type,document_display_id,document_id,document_type,document_version,"
          + "effective_date,note,retirement_date,title,updated_on,updated_on_sort,url\n";

  private record Typed(String name, String text) implements SourceFile {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static ReadResult read(String name, String text) throws IOException {
    return PublisherFiles.read(new Typed(name, text), null);
  }

  private static Publication publication(String name, String text) throws IOException {
    ReadResult result = read(name, text);
    assertThat(result).isInstanceOf(ReadResult.Read.class);
    return ((ReadResult.Read) result).publications().getFirst();
  }

  private static List<List<String>> rows(Publication publication, String table) {
    return ((RuleTables) publication.content()).table(table).rows();
  }

  @Test
  void readsArticlesWithoutTheirLongTextsAndWithDaysOfOneForm() throws IOException {
    var read =
        publication(
            "article.csv",
            "\uFEFF"
                + ARTICLES
                + "90001,4,6,\"Sugar, long term\",2031-01-05 00:00:00,,\"<p>Two\n"
                + "lines</p>\",A,A90001\n"
                + "90002,11,6,Other,1/2/2031,02/28/2031,,A,\n");

    assertThat(read.kind()).isEqualTo(PublicationKind.COVERAGE_ARTICLES);
    assertThat(read.effectiveFrom()).isEqualTo(LocalDate.of(2015, 10, 1));
    assertThat(rows(read, "articles"))
        .containsExactly(
            List.of("90001", "4", "Sugar, long term", "2031-01-05", "", "", "", "A90001"),
            List.of("90002", "11", "Other", "2031-01-02", "2031-02-28", "", "", ""));
  }

  @Test
  void eachTableOfTheDownloadIsKnownByItsHeading() throws IOException {
    assertTable("codes", CODES + "90001,4,X0001,31,1,\n");
    assertTable("covered", COVERED + "90001,4,E11.9,31,1,\n");
    assertTable(
        "not_covered", COVERED.replace("_covered", "_noncovered") + "90001,4,XX000,31,1,\n");
    assertTable(
        "article_contractors",
        """
        article_id,article_version,article_type,contractor_id,contractor_type_id,contractor_version
        90001,4,6,10,8,2
        """);
    assertTable(
        "article_lcds",
        """
        article_id,article_version,related_num,r_article_id,r_lcd_id,r_lcd_version
        90001,4,1,,39999,2
        """);
    assertTable(
        "lcds", "lcd_id,lcd_version,title,determination_number,status\n39999,2,Sugar,L39999,A\n");
    assertTable(
        "lcd_articles",
        "lcd_id,lcd_version,related_num,r_article_id,r_article_version\n39999,2,1,90001,4\n");
    assertTable(
        "contractors",
        "contractor_id,contractor_type_id,contractor_version,contractor_bus_name,contractor_number,"
            + "state_id\n10,8,2,A contractor,99999,3\n");
    assertTable(
        "jurisdictions",
        """
        contractor_id,contractor_type_id,contractor_version,state_id,active_date,term_date
        10,8,2,3,2015-01-01,
        """);
    assertTable("states", "state_id,state_abbrev,description\n3,OH,Ohio\n");
  }

  private static void assertTable(String name, String text) throws IOException {
    var read = publication("some.csv", text);
    assertThat(read.kind()).isEqualTo(PublicationKind.COVERAGE_ARTICLES);
    assertThat(rows(read, name)).as(name).hasSize(1);
  }

  @Test
  void aNamedDayIsTheDayOfTheDownload() throws IOException {
    var read = publication("article_2031-02-01.csv", ARTICLES + "90001,4,6,A,2031-01-05,,,A,\n");
    assertThat(read.effectiveFrom()).isEqualTo(LocalDate.of(2031, 2, 1));
  }

  @Test
  void readsTheIndexOfDocuments() throws IOException {
    var read =
        publication(
            "index.csv",
            INDEX
                + "\"A contractor\n(MAC - Part A)\",L39999,39999,LCD,7,08/14/2031,,N/A,A title,"
                + "08/06/2031,1,https://example.org/lcd\n");

    assertThat(read.kind()).isEqualTo(PublicationKind.COVERAGE_INDEX);
    assertThat(rows(read, "documents"))
        .containsExactly(
            List.of(
                "L39999",
                "7",
                "LCD",
                "A title",
                "A contractor\n(MAC - Part A)",
                "2031-08-14",
                "",
                "https://example.org/lcd"));
  }

  @Test
  void readsPoliciesThatAPracticeKeeps() throws IOException {
    var read =
        publication(
            "kept.csv",
            KEPT
                + "NCD 190.23,Lipids,,,80061 82465,E78.0-E78.9 I10,,2,365,2031-01-01,,Manual"
                + " 100-03\n");

    assertThat(read.kind()).isEqualTo(PublicationKind.COVERAGE_KEPT);
    assertThat(rows(read, "policies")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "N,T,,,8006,I10,,,,2031-01-01,,S",
        "N,T,,Ohio,80061,I10,,,,2031-01-01,,S",
        "N,T,,,80061,diabetes,,,,2031-01-01,,S",
        "N,T,,,80061,I10,,0,365,2031-01-01,,S",
        "N,T,,,80061,I10,,2,,2031-01-01,,S",
        "N,T,,,80061,I10-E11,,,,2031-01-01,,S",
        "N,T,,,80061,I10,,,,,,S",
        "N,T,,,80061,I10,,,,2031-13-01,,S",
        "N,T,,,80061,I10,,,,2031-01-01,2030-01-01,S",
        "N,T,,,80061,,,,,2031-01-01,,S",
        "N,T,,,80061,I10,,,,2031-01-01,,",
        "N,T,,,80061,I10,,,,2031-01-01"
      })
  void aDamagedRowRefusesTheFileWithItsLine(String row) throws IOException {
    String good = "N,T,,,80061,I10,,,,2031-01-01,,S\n";
    var result = read("kept.csv", KEPT + good + row + "\n" + good);
    assertThat(result).isInstanceOf(ReadResult.Refused.class);
    assertThat(((ReadResult.Refused) result).line()).as(result.toString()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"90001,4,X0001,31,1; 3", "90001,4,X-001,31,1,; 3", "soon,4,X0001,31,1,; 3"})
  void aDamagedDownloadIsRefused(String row, int line) throws IOException {
    var result = read("codes.csv", CODES + "90001,4,X0001,31,1,\n" + row + "\n");
    assertThat(result).isInstanceOf(ReadResult.Refused.class);
    assertThat(((ReadResult.Refused) result).line()).isEqualTo(line);
  }

  @Test
  void aTableWithoutRowsIsRefused() throws IOException {
    assertThat(read("codes.csv", CODES)).isInstanceOf(ReadResult.Refused.class);
  }
}
