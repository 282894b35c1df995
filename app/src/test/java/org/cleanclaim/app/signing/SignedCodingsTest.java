package org.cleanclaim.app.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.ChartOpening;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.chart.LateDocuments;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignedCodingsTest {
  private static final PacketFacts.Excerpt HTN = new PacketFacts.Excerpt("5", 2, 10, 13, "HTN");

  private final SignedCodings signed = Undone.SERVER.bean(SignedCodings.class);
  private final ChartReopening reopening = Undone.SERVER.bean(ChartReopening.class);
  private final ChartCodes chartCodes = Undone.SERVER.bean(ChartCodes.class);
  private final ChartFinalizing finalizing = Undone.SERVER.bean(ChartFinalizing.class);
  private final Encounters encounters = Undone.SERVER.bean(Encounters.class);
  private final JdbcClient jdbc = Undone.SERVER.bean(JdbcClient.class);

  private EncounterId visit() {
    return encounters.numbered("E05").orElseThrow().id();
  }

  private static Map<String, String> entries(byte[] file) {
    var entries = new LinkedHashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return entries;
  }

  @Test
  void aPacketHoldsWhatTheSignatureRestsOn() {
    Undone.as(
        "audra",
        Role.AUDITOR,
        () -> {
          var facts = signed.facts(visit(), 1).orElseThrow();
          var entries = entries(signed.file(visit(), 1).orElseThrow());

          assertThat(entries).containsOnlyKeys("packet.json", "packet.txt", "SHA256SUMS");
          assertThat(facts.signature().by()).isEqualTo("casey");
          assertThat(facts.codes())
              .isNotEmpty()
              .allSatisfy(
                  code -> assertThat(!code.evidence().isEmpty() || code.reason() != null).isTrue());
          var document = encounters.documents(visit()).getFirst();
          for (var code : facts.codes()) {
            for (var excerpt : code.evidence()) {
              assertThat(document.body().substring(excerpt.start(), excerpt.end()))
                  .isEqualTo(excerpt.quote());
              assertThat(entries.get("packet.txt")).contains(excerpt.quote());
            }
          }
          assertThat(facts.documents().getFirst().sha256()).isEqualTo(document.sha256());
          assertThat(facts.codeSets())
              .extracting(PacketFacts.CodeSetVersion::system)
              .contains("ICD10CM");
          assertThat(facts.steps()).extracting(PacketFacts.Step::did).contains("finalized codes");
          assertThat(facts.codes().getFirst().path()).isNotEmpty();
        });
  }

  @Test
  void aSuggestionThatNobodyDecidedOnIsInThePacket() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          reopening.reopen(visit(), "Another document");
          encounters.document(visit(), "Addendum", "Assessment:\n1. Gout\n");
          Undone.SERVER.bean(ChartOpening.class).open(visit());
          Undone.SERVER.bean(LateDocuments.class).seen(visit());

          assertThat(finalizing.finalizeCodes(visit()))
              .isInstanceOf(FinalizeResult.Finalized.class);

          assertThat(signed.facts(visit(), 2).orElseThrow().rejected())
              .filteredOn(r -> r.code().equals("M10.9"))
              .extracting(PacketFacts.RejectedSuggestion::reason)
              .containsExactly("nobody has decided on it");
        });
  }

  @Test
  void whoPutTheCodesInOrderIsInThePacket() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          byte[] before = signed.file(visit(), 1).orElseThrow();
          reopening.reopen(visit(), "The sequence was wrong");
          chartCodes.addWithReason(visit(), CodeSystem.ICD10CM, "Z7901", "Overlooked");
          var order =
              Undone.SERVER.bean(Charts.class).get(visit()).codes().stream()
                  .map(ChartCode::code)
                  .toList();
          chartCodes.sequence(visit(), order);
          chartCodes.sequence(visit(), List.of(order.get(1)));
          chartCodes.sequence(visit(), List.of(order.get(1), "Z7901", order.getFirst()));
          finalizing.finalizeCodes(visit());

          var steps = signed.facts(visit(), 2).orElseThrow().steps();
          String first = CodeSystem.ICD10CM.written(order.get(1));
          String other = CodeSystem.ICD10CM.written(order.getFirst());
          assertThat(steps)
              .filteredOn(s -> s.did().startsWith("made ") || s.did().startsWith("resequenced"))
              .allSatisfy(s -> assertThat(s.by()).isEqualTo("casey"))
              .extracting(PacketFacts.Step::did)
              .containsExactly(
                  "made %s the first-listed diagnosis: %s, %s, Z79.01"
                      .formatted(first, first, other),
                  "resequenced: %s, Z79.01, %s".formatted(first, other));
          assertThat(entries(signed.file(visit(), 2).orElseThrow()).get("packet.txt"))
              .contains("casey resequenced: " + first);
          assertThat(signed.file(visit(), 1).orElseThrow()).isEqualTo(before);
        });
  }

  @Test
  void aPacketIsTheSameToTheByteWheneverItIsMade() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          byte[] once = signed.file(visit(), 1).orElseThrow();
          byte[] twice = signed.file(visit(), 1).orElseThrow();
          assertThat(twice).isEqualTo(once);
          assertThat(PacketFile.sha256(once)).isEqualTo(signed.of(visit()).getLast().sha256());

          byte[] paper = signed.paper(visit(), 1).orElseThrow();

          // Everything around it changes.
          reopening.reopen(visit(), "A condition was overlooked");
          chartCodes.addWithReason(visit(), CodeSystem.ICD10CM, "Z7901", "Overlooked");
          encounters.document(visit(), "Letter", "Seen again elsewhere.");
          jdbc.sql("update patient set last_name = 'Changed'").update();
          jdbc.sql("update organization set name = 'Another name'").update();
          assertThat(finalizing.finalizeCodes(visit()))
              .isInstanceOf(FinalizeResult.Finalized.class);

          assertThat(signed.file(visit(), 1).orElseThrow()).isEqualTo(once);
          assertThat(signed.paper(visit(), 1).orElseThrow()).isEqualTo(paper);
          var second = signed.facts(visit(), 2).orElseThrow();
          assertThat(second.previousSha256()).isEqualTo(PacketFile.sha256(once));
          assertThat(second.practice().name()).isEqualTo("Another name");
          assertThat(second.documents()).hasSize(2);
          assertThat(signed.file(visit(), 2).orElseThrow())
              .isNotEqualTo(once)
              .isEqualTo(signed.file(visit(), 2).orElseThrow());
          assertThat(signed.of(visit())).extracting(SignedCoding::number).containsExactly(2, 1);
        });
  }

  @Test
  void thePaperSaysWhatTheTextSays() {
    Undone.as(
        "audra",
        Role.AUDITOR,
        () -> {
          String text = entries(signed.file(visit(), 1).orElseThrow()).get("packet.txt");
          try (var document = Loader.loadPDF(signed.paper(visit(), 1).orElseThrow())) {
            String paper = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            assertThat(paper).contains("SHA-256" + signed.of(visit()).getLast().sha256());
            String body = paper.replaceAll("SHA-256[0-9a-f]{64}\\d+of\\d+", "");
            for (String line : text.lines().toList()) {
              assertThat(body).contains(PacketPaper.drawn(line).replaceAll("\\s+", ""));
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Test
  void aSignThatTheFontsLackIsWrittenAsItsNumber() {
    assertThat(PacketPaper.drawn("HbA1c ≥ 9 %, “stable”"))
        .isEqualTo("HbA1c [U+2265] 9 %, “stable”");
  }

  @Test
  void everySignatureIsOnTheTrail() {
    Undone.as(
        "casey",
        Role.CODER,
        () -> {
          reopening.reopen(visit(), "To sign it again");
          finalizing.finalizeCodes(visit());
          var last = Undone.SERVER.bean(AuditTrail.class).latest(null, 1).getFirst();

          assertThat(last.action()).isEqualTo("signed codes, packet 2");
          assertThat(last.reason()).isEqualTo("SHA-256 " + signed.of(visit()).getFirst().sha256());
        });
  }

  @Test
  void aTextOfFormatOneNeverChanges() {
    var facts =
        new PacketFacts(
            1,
            2,
            "0".repeat(64),
            new PacketFacts.Practice("Riverside", "1234567893"),
            new PacketFacts.Visit(
                "id",
                "V1",
                "Doe, Jan",
                "1990-01-01",
                "FEMALE",
                "Roe, Max",
                null,
                "Surgery",
                "OUTPATIENT",
                "11",
                "2026-01-02"),
            new PacketFacts.Signature("casey", "2026-01-03T10:00:00Z"),
            List.of(
                new PacketFacts.CodeSetVersion("ICD10CM", "FY2026", "a file", "2025-10-01", null)),
            List.of(
                new PacketFacts.SignedCode(
                    1,
                    "ICD10CM",
                    "I10",
                    "A title",
                    "Y",
                    "casey",
                    List.of(HTN),
                    null,
                    List.of("a step")),
                new PacketFacts.SignedCode(
                    2,
                    "ICD10CM",
                    "Z7901",
                    "A title",
                    null,
                    "casey",
                    List.of(),
                    "a reason",
                    List.of())),
            List.of(),
            List.of(new PacketFacts.RejectedSuggestion("ICD10CM", "R42", "A title", "a reason")),
            List.of(new PacketFacts.Remark("RULE-1", "WARNING", "A remark.", "a source")),
            List.of(
                new PacketFacts.SourceDocument("5", "Note", "2026-01-02T09:00:00Z", 90, "ab12")),
            List.of(
                new PacketFacts.AskedQuery(
                    "q",
                    "MULTIPLE_CHOICE",
                    "Course",
                    "Which?",
                    List.of("One", "Two"),
                    List.of(HTN),
                    "CLOSED",
                    "casey",
                    "2026-01-02T10:00:00Z",
                    "leela",
                    "2026-01-02T11:00:00Z",
                    "One",
                    "AGREED",
                    "NONE",
                    "a waiver")),
            List.of(new PacketFacts.Step("2026-01-02T10:00:00Z", "casey", "did it", null)));

    assertThat(PacketFile.sha256(PacketFile.of("{}", facts)))
        .isEqualTo("150e7e5b9ad595cfdf9d998ad4aa830612380ab2599f4d80c574111a1286c00a");
  }
}
