package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.CodingPractice.NOTE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;

/// Documents that are large, empty, no text, or in another language: refused or filed, always in a
/// sentence.
class DocumentLimitStoriesTest {
  private static final CodingPractice PRACTICE = new CodingPractice("lim", "1845008881");

  private static String text(int size) {
    String sentence = "The patient was seen in follow up and the plan was discussed at length. ";
    return sentence.repeat(size / sentence.length() + 1).substring(0, size);
  }

  private static ApiAnswer send(String chart, String text) {
    String documents = chart.replace("/charts/", "/encounters/") + "/documents";
    return PRACTICE.post("cole", documents, "{\"name\": \"Letter\", \"text\": \"" + text + "\"}");
  }

  private static long documentsOnFile(String chart) {
    return PRACTICE.read(() ->
        PRACTICE
            .jdbc()
            .sql(
                "select count(*) from document join encounter using (encounter_id) where"
                    + " public_id::text = :id")
            .param("id", chart.replace("/charts/", ""))
            .query(Long.class)
            .single());
  }

  @Test
  void aNoteOfFiveMegabytesIsTakenAndOneOverTheLimitIsRefusedWithIt() {
    String chart = PRACTICE.visit("S-1", "OUTPATIENT", NOTE);
    assertThat(send(chart, text(12_500_000)).is(400).at("/detail"))
        .contains("has 12.5 MB", "at most 12 MB is taken");
    assertThat(documentsOnFile(chart)).isEqualTo(1);
    send(chart, text(5_000_000)).is(201);
    try (var cole = PRACTICE.visitor("cole")) {
      var large = text(13_200_000).getBytes(StandardCharsets.US_ASCII);
      var refused =
          cole.post(chart, chart + "/documents", Map.of("name", "Scan"), Map.of("file", large));
      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(refused.body()).contains("a file of at most 12 MB is taken");
      var pasted =
          cole.post(
              chart,
              chart + "/documents",
              Map.of("name", "Pasted", "text", text(5_100_000)),
              Map.of());
      assertThat(pasted.statusCode()).isEqualTo(303);
      assertThat(cole.get(chart).statusCode()).isEqualTo(200);
    }
    assertThat(documentsOnFile(chart)).isEqualTo(3);
  }

  @Test
  void whatIsNoTextIsRefusedAndAnotherLanguageIsFiledAndTold() {
    String chart = PRACTICE.visit("S-2", "OUTPATIENT", NOTE);
    var binary = new byte[4000];
    for (int i = 0; i < binary.length; i++) binary[i] = (byte) (i * 31);
    String spanish =
        """
        Paciente de 45 años que acude por dolor de espalda desde hace tres días después de cargar peso en su
        trabajo. No tiene fiebre ni otros síntomas. Se le indica reposo y analgésicos por una semana.
        """;
    try (var cole = PRACTICE.visitor("cole")) {
      for (byte[] bad : Arrays.asList(binary, new byte[0])) {
        var refused =
            cole.post(chart, chart + "/documents", Map.of("name", "Scan 7"), Map.of("file", bad));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"", "value=\"Scan 7\"");
      }
      var filed =
          cole.post(
              chart,
              chart + "/documents",
              Map.of("name", "Nota"),
              Map.of("file", spanish.getBytes(StandardCharsets.UTF_8)));
      assertThat(filed.statusCode()).isEqualTo(200);
      assertThat(filed.body()).contains("“Nota” is filed.", "seems to be Spanish");
      var again =
          cole.post(
              chart,
              chart + "/documents",
              Map.of("name", "Nota"),
              Map.of("file", spanish.getBytes(StandardCharsets.UTF_8)));
      assertThat(again.body()).contains("This visit had a document with these words already.");
      cole.post(
          chart,
          chart + "/documents",
          Map.of("name", "Latin"),
          Map.of(
              "file",
              "Addendum: Ménière's disease of the right ear."
                  .getBytes(StandardCharsets.ISO_8859_1)));
      assertThat(cole.get(chart).body()).contains("Ménière");
    }
    send(chart, "").is(400);
  }
}
